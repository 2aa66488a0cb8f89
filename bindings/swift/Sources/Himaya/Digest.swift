import Foundation
internal import HimayaFFI

/// How soon to talk with the child, from the least to the most urgent.
public enum Urgency: String, Sendable, Hashable, CaseIterable, Codable {
    /// When there is a good moment.
    case calm
    /// In the next days.
    case soon
    /// Today.
    case today
    /// At once.
    case now
}

extension Urgency: Comparable {
    /// What can wait before what cannot.
    public static func < (one: Self, other: Self) -> Bool { rank(one) < rank(other) }
}

/// How often something happened in the period.
public enum Frequency: String, Sendable, Hashable, CaseIterable, Codable {
    /// Once.
    case once
    /// More than once, on three days at most.
    case several
    /// On four days or more.
    case often
}

/// How the period compares with the one before.
public enum Trend: String, Sendable, Hashable, CaseIterable, Codable {
    /// It did not happen in the period before.
    case new
    /// Less than two thirds as often.
    case less
    /// About as often.
    case same
    /// More than one and a half times as often.
    case more
}

/// Hours between something being found and the guardian's digest showing it, by urgency.
public struct DelayHours: Sendable, Hashable {
    /// For what is calm; 0 to 168 in a policy.
    public var calm: UInt16
    /// For what should be talked about soon; 0 to 72.
    public var soon: UInt16
    /// For what should be talked about today; 0 to 24.
    public var today: UInt16
    /// For what cannot wait; 0 or 1.
    public var now: UInt16

    /// Hours.
    public init(calm: UInt16 = 0, soon: UInt16 = 0, today: UInt16 = 0, now: UInt16 = 0) {
        self.calm = calm
        self.soon = soon
        self.today = today
        self.now = now
    }

    init(_ ffi: HimayaFFI.DelayHours) {
        self.init(calm: ffi.calm, soon: ffi.soon, today: ffi.today, now: ffi.now)
    }

    fileprivate var ffi: HimayaFFI.DelayHours {
        HimayaFFI.DelayHours(calm: calm, soon: soon, today: today, now: now)
    }
}

/// Collects what a guardian's digest tells: counts by category and day, at most 28 days of them. May be
/// used on any thread; calls wait for each other.
///
/// Days are those of UTC; a host that wants those of its own time zone adds the zone's offset.
public final class DigestBuilder: Sendable {
    private let ffi: HimayaFFI.DigestBuilder

    /// Begins with nothing.
    public init(delay: DelayHours = DelayHours()) {
        ffi = HimayaFFI.DigestBuilder(delay: delay.ffi)
    }

    /// Goes on with what ``json()`` gave.
    ///
    /// - Throws: ``HimayaError/digest(_:)`` when it is not that, or of another version.
    public init(json: String, delay: DelayHours = DelayHours()) throws(HimayaError) {
        ffi = try translated {
            try HimayaFFI.DigestBuilder.fromJson(json: json.bounded, delay: delay.ffi)
        }
    }

    /// Counts an assessment; nil if the policy does not act upon it.
    @discardableResult
    public func record(_ assessment: Assessment, at time: Date = Date()) -> Recorded? {
        ffi.record(assessment: assessment.ffi, time: milliseconds(time)).map(Recorded.init)
    }

    /// What the guardian learns of the seven days that end at a time.
    public func digest(until time: Date = Date()) -> GuardianDigest {
        GuardianDigest(ffi.digest(until: milliseconds(time)))
    }

    /// What to keep between starts: slugs, days and counts, and an hour only of what still waits to be
    /// shown.
    public func json() throws(HimayaError) -> String {
        try translated { try ffi.toJson() }
    }
}

/// What came of an assessment.
public struct Recorded: Sendable, Hashable {
    /// What it is about.
    public let category: Category
    /// How urgent it is.
    public let urgency: Urgency
    /// Hours until the guardian's digest shows it; if not 0, the young person may be told
    /// (``Messages/digestDelay(hours:child:)``).
    public let waitHours: Int
    /// Whether it counts anew, rather than as a part of what happened within half an hour before.
    public let isNew: Bool

    init(_ ffi: HimayaFFI.Recorded) {
        category = Category(ffi.category)
        urgency = Urgency(ffi.urgency)
        waitHours = Int(ffi.waitHours)
        isNew = ffi.isNew
    }
}

/// What a guardian learns of seven days: never words, never who.
public struct GuardianDigest: Sendable, Hashable {
    private let ffi: HimayaFFI.GuardianDigest

    init(_ ffi: HimayaFFI.GuardianDigest) {
        self.ffi = ffi
    }

    /// The last of the seven days, at its beginning by UTC.
    public var endsOn: Date { Date(timeIntervalSince1970: Double(ffi.lastDay) * 86_400) }

    /// What the child may need help with, most urgent first; at most one for each category.
    public var items: [DigestItem] { ffi.items.map(DigestItem.init) }

    /// How many messages, pictures or streams could not be checked as a whole.
    public var unchecked: Int { Int(ffi.unchecked) }

    /// The digest in words for a guardian, who is addressed by the age of the child; one line for each
    /// thing that is said. Empty at ``InterventionLevel/disabled``.
    public func text(
        in messages: Messages, guardian: Addressee = Addressee(),
        level: InterventionLevel = .descriptive
    ) -> String {
        ffi.toText(messages: messages.ffi, guardian: guardian.ffi, level: level.ffi)
    }

    /// The form that is the same in all of Himaya's languages.
    public func json() -> String { ffi.toJson() }

    /// Whether both say the same.
    public static func == (one: Self, other: Self) -> Bool { one.json() == other.json() }

    /// Hashes what it says.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(json())
    }
}

/// One kind of help that is needed.
public struct DigestItem: Sendable, Hashable {
    /// What it is about.
    public let category: Category
    /// How soon to talk: as urgent as the most urgent time.
    public let urgency: Urgency
    /// How often it happened.
    public let frequency: Frequency
    /// How that compares with the seven days before.
    public let trend: Trend
    /// How often on each of the seven days, the earliest first; what comes within half an hour is once.
    public let byDay: [Int]
    /// Key of the advice, for ``Messages/text(_:addressee:values:)``.
    public let adviceKey: String
    /// Which help services suit, the most needed first.
    public let help: [HelpAudience]

    init(_ ffi: HimayaFFI.DigestItem) {
        category = Category(ffi.category)
        urgency = Urgency(ffi.urgency)
        frequency = Frequency(ffi.frequency)
        trend = Trend(ffi.trend)
        byDay = ffi.byDay.map { Int($0) }
        adviceKey = ffi.adviceKey
        help = ffi.help.map(HelpAudience.init)
    }
}
