import Foundation
internal import HimayaFFI

/// Numbers kept for one counterpart: what was shown, when and how often. No words, no names. May be
/// used on any thread; calls wait for each other.
public final class Conversation: Sendable {
    let ffi: HimayaFFI.Conversation

    /// A conversation in which nothing was said yet, with somebody of whom nothing is known.
    public init() {
        ffi = HimayaFFI.Conversation()
    }

    /// A conversation from what ``state`` was, of this or an earlier version.
    ///
    /// - Throws: ``HimayaError/conversation(_:)`` when the bytes are none, were changed, or are of a
    ///   newer version.
    public init(state: Data) throws(HimayaError) {
        ffi = try translated { try HimayaFFI.Conversation.importState(state: state) }
    }

    /// At most 512 bytes to keep: numbers only.
    public var state: Data { ffi.exportState() }

    /// What the host knows of the counterpart; it counts from the next message on.
    public var contact: Contact {
        get { Contact(ffi.contact()) }
        set { ffi.setContact(contact: newValue.ffi) }
    }

    /// Messages that the child received.
    public var received: Int { Int(ffi.received()) }

    /// Messages that the child sent.
    public var sent: Int { Int(ffi.sent()) }

    /// Messages that were deleted after the child could see them.
    public var deleted: Int { Int(ffi.deleted()) }

    /// Notes that somebody deleted a message. It takes no evidence back: who could read the message
    /// was reached by it.
    public func noteDeleted(by role: Role = .counterpart) {
        ffi.noteDeleted(role: role.ffi)
    }
}
