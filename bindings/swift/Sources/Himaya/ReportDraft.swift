internal import CHimaya
import Foundation
internal import HimayaFFI

/// Who asks for a draft.
public enum PersonRole: String, Sendable, Hashable, CaseIterable, Codable {
    /// The child.
    case child
    /// A parent or guardian.
    case guardian
    /// Somebody whose task it is to review.
    case reviewer
    /// A person at the host.
    case host
}

/// Annotations of a report, in the words of the CyberTipline.
public enum Annotation: String, Sendable, Hashable, CaseIterable, Codable {
    /// Blackmail with pictures.
    case sextortion
    /// Abuse material was asked for.
    case csamSolicitation
    /// Both sides are minors.
    case minorToMinorInteraction
    /// Sent to many.
    case spam
    /// Pressed to hurt themselves or others.
    case sadisticOnlineExploitation
}

/// The industry classification of a picture, which only a person who reviews may give.
public enum IndustryClassification: String, Sendable, Hashable, CaseIterable, Codable {
    /// A1.
    case a1 = "A1"
    /// A2.
    case a2 = "A2"
    /// B1.
    case b1 = "B1"
    /// B2.
    case b2 = "B2"
}

/// A report as a person may file it, in the words of the NCMEC CyberTipline. This library has no means of
/// sending it. May be used on any thread; calls wait for each other.
public final class ReportDraft: Sendable {
    private let ffi: HimayaFFI.ReportDraft

    /// Personal data that a draft leaves out unless it is included on purpose.
    public struct Include: OptionSet, Sendable, Hashable {
        /// Text of the other side's messages that the policy acted upon; of the child's own only if the
        /// child asks. Contacts in it are taken out.
        public static let messages = Include(rawValue: 1 << 0)
        /// Names of the other side.
        public static let people = Include(rawValue: 1 << 1)
        /// Names of attached files.
        public static let fileNames = Include(rawValue: 1 << 2)
        /// Contacts in statement and messages.
        public static let contacts = Include(rawValue: 1 << 3)

        /// A bit for each.
        public let rawValue: UInt8

        /// What a bit for each says.
        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        fileprivate var ffi: HimayaFFI.Include {
            HimayaFFI.Include(
                messages: contains(.messages), people: contains(.people),
                fileNames: contains(.fileNames), contacts: contains(.contacts))
        }
    }

    /// An empty draft, because a person asked for it: who, and when. There is no draft without one.
    ///
    /// - Throws: ``HimayaError/draft(_:)`` only if the library is damaged.
    public init(
        requestedBy person: PersonRole, include: Include = [], at time: Date = Date()
    ) throws(HimayaError) {
        ffi = try translated {
            try HimayaFFI.ReportDraft(
                requestedBy: person.ffi, time: milliseconds(time), include: include.ffi)
        }
    }

    /// Adds what was found in a message, picture or stream. `time` is nil where the clock is not tied to a
    /// date. Text and name of `said` go in only where they are included, and only of what the policy acted
    /// upon.
    ///
    /// - Throws: ``HimayaError/fault(_:)`` alone.
    public func observe(
        _ assessment: Assessment, at time: Date? = nil, said: Said? = nil
    ) throws(HimayaError) {
        let (time, said) = (try lowered(time.map(milliseconds)), try lowered(said))
        try contained { status in
            uniffi_himaya_ffi_fn_method_reportdraft_observe(
                ffi.uniffiCloneHandle(), FfiConverterTypeAssessment_lower(assessment.ffi), time, said,
                status)
        }
    }

    /// When it happened, as a person says.
    public func incidentTime(_ time: Date) { ffi.incidentTime(time: milliseconds(time)) }

    /// What the person wants to say. Contacts in it are taken out unless they are included.
    ///
    /// - Throws: ``HimayaError/fault(_:)`` alone.
    public func statement(_ text: String) throws(HimayaError) {
        let text = try lowered(text)
        try contained { status in
            uniffi_himaya_ffi_fn_method_reportdraft_statement(ffi.uniffiCloneHandle(), text, status)
        }
    }

    /// What a person states that findings cannot carry, such as that both sides are minors.
    public func annotate(_ annotation: Annotation, holds: Bool = true) {
        ffi.annotate(annotation: annotation.ffi, holds: holds)
    }

    /// Attaches the hashes of a file that the person chose, never its bytes: SHA-256, and PDQ of a picture.
    /// Gives its number. The name goes in only where it is included.
    ///
    /// - Throws: ``HimayaError/draft(_:)`` when there are 100 already, or it has 2 GiB or more.
    @discardableResult
    public func attach(_ bytes: Data, name: String? = nil) throws(HimayaError) -> Int {
        guard bytes.count <= Int32.max else {
            throw .draft("the file has \(bytes.count) bytes; at most \(Int32.max) can be read")
        }
        return Int(try translated { try ffi.attach(bytes: bytes, name: name?.bounded) })
    }

    /// Sets a reviewer's judgement of an attachment.
    ///
    /// - Throws: ``HimayaError/draft(_:)`` when it was not a reviewer who asked for the draft, or there is
    ///   no such attachment.
    public func classify(
        _ attachment: Int, as classification: IndustryClassification
    ) throws(HimayaError) {
        guard let number = UInt32(exactly: attachment) else {
            throw .draft("there is no attachment \(attachment)")
        }
        try translated { try ffi.classify(attachment: number, classification: classification.ffi) }
    }

    /// The draft, as `docs/schemas/report-draft.schema.json` says: of every value whether it was derived
    /// and from what, and what is left to a reviewer.
    public func json() -> String { ffi.toJson() }
}

/// What was said in a message, and by whom; it goes into a draft only where it is included. Nothing that is
/// printed of it has the text or the name.
public struct Said: Sendable, Hashable {
    /// The text.
    public var text: String
    /// The sender's name.
    public var sender: String
    /// Which side.
    public var role: Role

    /// What was said.
    public init(_ text: String, by sender: String = "", from role: Role = .counterpart) {
        self.text = text
        self.sender = sender
        self.role = role
    }

    fileprivate var ffi: HimayaFFI.Said {
        HimayaFFI.Said(role: role.ffi, sender: sender.bounded, text: text.bounded)
    }
}

extension Said: CustomStringConvertible, CustomReflectable {
    /// Which side, and how long it is.
    public var description: String { "Said(from: \(role), \(text.count) characters)" }

    /// Everything but text and name.
    public var customMirror: Mirror {
        Mirror(self, children: ["role": role, "characters": text.count])
    }
}

private func lowered(_ said: Said?) throws(HimayaError) -> RustBuffer {
    try optional(said) { FfiConverterTypeSaid.write($0.ffi, into: &$1) }
}
