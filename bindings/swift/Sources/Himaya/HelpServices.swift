import Foundation
internal import HimayaFFI

/// Whom a service is for.
public enum HelpAudience: String, Sendable, Hashable, CaseIterable, Codable {
    /// Children and young people.
    case child
    /// Whoever reports abuse of children on the internet.
    case reportingHotline = "reporting_hotline"
    /// Whoever wants pictures of themselves taken down.
    case imageRemoval = "image_removal"
    /// Whoever fears to do, or does, harm to children and wants to stop.
    case offenderHelp = "offender_help"
}

/// For whom alone a service is.
public enum HelpAges: String, Sendable, Hashable, CaseIterable, Codable {
    /// People under 18.
    case under18
    /// People of 18 years and older.
    case adults
}

/// A way to reach a service.
public enum Reach: Sendable, Hashable {
    /// A web address.
    case web(String)
    /// A number, as dialled in the country.
    case phone(String)
}

/// A service that helps.
public struct HelpService: Sendable, Hashable, Identifiable {
    /// What the row is called: country, audience, number.
    public let id: String
    /// ISO 3166-1 alpha-2, or `INT` where it serves many countries.
    public let country: String
    /// Whom it is for.
    public let audience: HelpAudience
    /// Its name, in its own words.
    public let name: String
    /// How to reach it, in the order in which to show it: what nobody has confirmed by its web address
    /// first, since a number that changed hands leads a child to a stranger.
    public let reach: [Reach]
    /// For whom alone it is, if not for all ages.
    public let ages: HelpAges?
    /// ISO 639 codes of the languages spoken there; empty if unknown.
    public let languages: [String]
    /// When it answers, as its source says.
    public let hours: String?
    /// Where these facts were seen: title.
    public let sourceTitle: String
    /// Where these facts were seen: address.
    public let sourceURL: String
    /// Of the source or the copy that was seen: year, month or day.
    public let sourceDate: String?
    /// The day (`2026-11-30`) on which a person confirmed the row; nil if nobody has.
    public let verified: String?
    /// Why it must not be shown until somebody confirmed it; only in what
    /// ``HelpServices/toConfirm()`` gives.
    public let doubtful: String?

    init(_ ffi: HimayaFFI.HelpService) {
        id = ffi.id
        country = ffi.country
        audience = HelpAudience(ffi.audience)
        name = ffi.name
        reach = ffi.reach.map {
            switch $0 {
            case .web(let url): .web(url)
            case .phone(let number): .phone(number)
            }
        }
        ages = ffi.ages.map(HelpAges.init)
        languages = ffi.languages
        hours = ffi.hours
        sourceTitle = ffi.sourceTitle
        sourceURL = ffi.sourceUrl
        sourceDate = ffi.sourceDate
        verified = ffi.verified
        doubtful = ffi.doubtful
    }
}

/// A list of help services. May be used on any thread; calls wait for each other.
public final class HelpServices: Sendable {
    private let ffi: HimayaFFI.HelpServices

    /// The services that come with Himaya. Reading them takes milliseconds: keep the list.
    ///
    /// - Throws: ``HimayaError/helpServices(_:)`` only if the library is damaged.
    public init() throws(HimayaError) {
        ffi = try translated { try HimayaFFI.HelpServices() }
    }

    /// Reads a list in the form of `models/help/services.toml`.
    ///
    /// - Throws: ``HimayaError/helpServices(_:)`` when the text is not TOML or a row does not hold.
    public init(toml: String) throws(HimayaError) {
        ffi = try translated { try HimayaFFI.HelpServices.fromToml(text: toml.bounded) }
    }

    /// The services to show for one audience, best first: of the country (ISO 3166-1 alpha-2) before
    /// international ones, of both those that speak the language (a BCP 47 tag) first. `age` is that of
    /// the person who will ask for help. Doubtful rows are never among them.
    public func lookup(
        _ audience: HelpAudience, country: String, language: String, age: AgeBand? = nil
    ) -> [HelpService] {
        ffi.lookup(
            country: country.bounded, audience: audience.ffi, language: language.bounded, age: age?.ffi
        ).map(HelpService.init)
    }

    /// The services that suit a reader of a notice, the most needed first.
    public func suitable(
        for reader: Reader, _ category: Category, country: String, language: String,
        age: AgeBand? = nil
    ) -> [HelpService] {
        ffi.suitable(
            reader: reader.ffi, category: category.ffi, country: country.bounded,
            language: language.bounded, age: age?.ffi
        ).map(HelpService.init)
    }

    /// Adds a host's own services, before those that there are; a row with an `id` that there is stands
    /// in its place.
    ///
    /// - Throws: ``HimayaError/helpServices(_:)``; the list is then as before.
    public func extend(toml: String) throws(HimayaError) {
        try translated { try ffi.extend(text: toml.bounded) }
    }

    /// Puts a host's own services in place of all that there are for the same country and audience.
    ///
    /// - Throws: ``HimayaError/helpServices(_:)``; the list is then as before.
    public func replace(toml: String) throws(HimayaError) {
        try translated { try ffi.replace(text: toml.bounded) }
    }

    /// Takes down that a person confirmed services: a TOML table `[confirmed]` of `id = date`. What was
    /// doubtful no longer is.
    ///
    /// - Throws: ``HimayaError/helpServices(_:)``; the list is then as before.
    public func confirm(toml: String) throws(HimayaError) {
        try translated { try ffi.confirm(text: toml.bounded) }
    }

    /// What a person must confirm before a release: all that nobody has, doubtful rows first. For whoever
    /// keeps the list, and never to be shown to a child.
    public func toConfirm() -> [HelpService] { ffi.toConfirm().map(HelpService.init) }
}
