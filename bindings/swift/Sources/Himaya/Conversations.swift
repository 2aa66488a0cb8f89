internal import CHimaya
import Foundation
internal import HimayaFFI

/// Keeps the states of conversations; a host may bring its own. It is called on the thread that
/// observes a message, and must not call back into the same ``Conversations``.
///
/// What it throws makes the assessment ``Status/degraded``; of the error only the type's name goes
/// on. `counterpart` is the host's name for the other side. A store should not write it down as it is:
/// the stores that come with the library keep a digest.
public protocol ConversationStore: Sendable {
    /// The state kept for a counterpart; nil for one of whom nothing is kept.
    func load(_ counterpart: String) throws -> Data?

    /// Keeps a state in place of the one before.
    func save(_ state: Data, for counterpart: String) throws

    /// Erases what is kept for a counterpart, and says whether there was anything.
    func forget(_ counterpart: String) throws -> Bool

    /// Erases everything.
    func forgetAll() throws
}

/// What came of a message in kept conversations. The message is assessed in any case.
public enum Observation: Sendable, Hashable {
    /// All went well.
    case kept(Assessment)
    /// The conversation before could not be taken into account, or the one behind not be kept: the
    /// assessment is ``Status/degraded``, and `trouble` says what went wrong.
    case troubled(Assessment, trouble: String)

    /// The assessment.
    public var assessment: Assessment {
        switch self {
        case .kept(let assessment), .troubled(let assessment, _): assessment
        }
    }
}

/// Follows many conversations and keeps them in a store. May be used on any number of threads. The
/// store is let go, and its file closed, with the object.
public final class Conversations: Sendable {
    private let ffi: HimayaFFI.Conversations

    /// Keeps them in memory, those observed last: so many of them, at least one.
    public init(inMemory most: UInt32 = 10_000) {
        ffi = HimayaFFI.Conversations.inMemory(max: most)
    }

    /// Keeps them in a file, which is made where there is none. Names stand in it as salted digests.
    ///
    /// - Throws: ``HimayaError/store(_:_:)`` when it cannot be opened, is none of a store, or another
    ///   process has it open.
    public init(inFile file: URL) throws(HimayaError) {
        ffi = try translated { try HimayaFFI.Conversations.inFile(path: file.path) }
    }

    /// Keeps them in a store of the host's own.
    public init(inStore store: any ConversationStore) {
        ffi = HimayaFFI.Conversations.inStore(store: HostedStore(store))
    }

    /// Takes in the next message of a conversation. `counterpart` is any name of the other side that
    /// stays the same.
    ///
    /// Where what was kept is damaged, the conversation begins anew; where the store cannot be read,
    /// the message is assessed alone and nothing is written over.
    ///
    /// - Throws: ``HimayaError/fault(_:)`` alone.
    public func observe(
        _ message: Message, with counterpart: String, by engine: Guard
    ) throws(HimayaError) -> Observation {
        let counterpart = try lowered(counterpart)
        let buffer = try contained { status in
            uniffi_himaya_ffi_fn_method_conversations_observe(
                ffi.uniffiCloneHandle(), engine.ffi.uniffiCloneHandle(), counterpart,
                FfiConverterTypeMessage_lower(message.ffi), status)
        }
        let seen = try translated { try FfiConverterTypeObservation_lift(buffer) }
        let assessment = Assessment(seen.assessment)
        return seen.trouble.map { .troubled(assessment, trouble: $0) } ?? .kept(assessment)
    }

    /// Says what the host knows of a counterpart; it counts from the next message on.
    ///
    /// - Throws: ``HimayaError/store(_:_:)`` when the conversation cannot be read or kept.
    public func setContact(_ contact: Contact, of counterpart: String) throws(HimayaError) {
        try translated {
            try ffi.setContact(counterpart: counterpart.bounded, contact: contact.ffi)
        }
    }

    /// Notes that somebody deleted a message.
    ///
    /// - Throws: ``HimayaError/store(_:_:)`` when the conversation cannot be read or kept.
    public func noteDeleted(
        with counterpart: String, by role: Role = .counterpart
    ) throws(HimayaError) {
        try translated { try ffi.noteDeleted(counterpart: counterpart.bounded, role: role.ffi) }
    }

    /// Why a conversation stands where it stands.
    ///
    /// - Throws: ``HimayaError/store(_:_:)`` when the conversation cannot be read.
    public func explain(
        _ counterpart: String, by engine: Guard
    ) throws(HimayaError) -> Explanation {
        Explanation(
            try translated {
                try ffi.explain(guard: engine.ffi, counterpart: counterpart.bounded)
            })
    }

    /// Erases a conversation, and says whether there was one.
    ///
    /// - Throws: ``HimayaError/store(_:_:)`` when the store cannot erase it.
    @discardableResult
    public func forget(_ counterpart: String) throws(HimayaError) -> Bool {
        try translated { try ffi.forget(counterpart: counterpart.bounded) }
    }

    /// Erases all conversations.
    ///
    /// - Throws: ``HimayaError/store(_:_:)`` when the store cannot erase them.
    public func forgetAll() throws(HimayaError) {
        try translated { try ffi.forgetAll() }
    }
}
