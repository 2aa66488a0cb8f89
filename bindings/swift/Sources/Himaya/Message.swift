import Foundation
internal import HimayaFFI

/// One message. Nothing that is printed of it has the text.
public struct Message: Sendable, Hashable {
    /// The text, of any length; what lies beyond the limit is not read and the assessment says so.
    public var text: String
    /// Who wrote it.
    public var role: Role
    /// Milliseconds since any fixed point, by the receiving device's clock and not by what the sender
    /// claims; nil if unknown.
    public var time: Int64?
    /// Whether it takes the place of one that was shown before.
    public var edited: Bool

    /// A message.
    public init(
        _ text: String, from role: Role = .counterpart, time: Int64? = nil, edited: Bool = false
    ) {
        self.text = text
        self.role = role
        self.time = time
        self.edited = edited
    }

    /// A message that came at a date by this device's clock.
    public init(
        _ text: String, from role: Role = .counterpart, received date: Date, edited: Bool = false
    ) {
        self.init(text, from: role, time: milliseconds(date), edited: edited)
    }

    var ffi: HimayaFFI.Message {
        HimayaFFI.Message(role: role.ffi, text: text.bounded, time: time, edited: edited)
    }
}

extension Message: CustomStringConvertible, CustomReflectable {
    /// Who wrote it, and how long it is.
    public var description: String { "Message(from: \(role), \(text.count) characters)" }

    /// Everything but the text.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "role": role, "characters": text.count, "time": time as Any, "edited": edited,
            ])
    }
}

/// Milliseconds since 1970; of dates too far off for a number, the farthest that there is.
func milliseconds(_ date: Date) -> Int64 {
    let time = (date.timeIntervalSince1970 * 1000).rounded(.down)
    return Int64(exactly: time) ?? (time < 0 ? .min : .max)
}

/// What the host knows of a counterpart besides the messages. Nobody is exempt: it shifts the
/// evidence, and by little.
public struct Contact: Sendable, Hashable {
    /// Who it is to the child.
    public var relation: Relation
    /// Children whom the account contacted lately (the host chooses the time, for instance 30 days);
    /// nil if unknown.
    public var childrenContacted: UInt32?
    /// Minutes that the child's clock is ahead of UTC. With it, message times must be Unix times
    /// (milliseconds since 1970), and messages by night count. Nil if unknown.
    public var utcOffset: Int16?

    /// What is known.
    public init(
        _ relation: Relation = .unknown, childrenContacted: UInt32? = nil, utcOffset: Int16? = nil
    ) {
        self.relation = relation
        self.childrenContacted = childrenContacted
        self.utcOffset = utcOffset
    }

    init(_ ffi: HimayaFFI.Contact) {
        self.init(
            Relation(ffi.relation), childrenContacted: ffi.childrenContacted,
            utcOffset: ffi.utcOffset)
    }

    var ffi: HimayaFFI.Contact {
        HimayaFFI.Contact(
            relation: relation.ffi, childrenContacted: childrenContacted, utcOffset: utcOffset)
    }
}
