import Foundation

/// Everything that the library throws, by kind, each with what is wrong and what would be right. No
/// message holds a child's words.
public enum HimayaError: Error, Sendable, Hashable {
    /// The policy, or a lock on one, does not hold.
    case policy(String)
    /// It is another policy than the one that was locked.
    case policyLocked(String)
    /// The conversation weights do not hold: a guard cannot be made.
    case weights(String)
    /// A model's pack does not hold: a guard cannot be made.
    case modelPack(String)
    /// A hash list does not hold: a guard cannot be made.
    case hashList(String)
    /// The library itself is damaged.
    case damagedLibrary(String)
    /// A model cannot be loaded or run.
    case model(String)
    /// A picture cannot be hashed, or a frame not taken.
    case image(ImageRefusal, String)
    /// Text that is not a PDQ hash.
    case hash(String)
    /// A stream cannot be looked at as asked.
    case streamConfiguration(String)
    /// Bytes are no stored conversation, were changed, or are of a newer version.
    case conversation(String)
    /// There are no messages in a language; those that there are, are named.
    case language(String)
    /// A list of help services, or a confirmation of some, does not hold.
    case helpServices(String)
    /// What was kept of a digest is not that, or of another version.
    case digest(String)
    /// What was kept of a ledger is not that, or of another version; or the system has no random numbers.
    case ledger(String)
    /// An assessment cannot be contested, or marked as overridden: it is not known, or no longer.
    case contest(String)
    /// A transparency report cannot be made as asked.
    case transparency(String)
    /// Something cannot go into a draft of a report.
    case draft(String)
    /// A store of conversations cannot do what it was asked to.
    case store(StoreFailure, String)
    /// A fault in the library itself: names the place in its source and nothing else. The call did
    /// nothing; the library goes on. Please report it.
    case fault(String)

    /// What is wrong, for a developer.
    public var message: String {
        switch self {
        case .policy(let message), .policyLocked(let message), .weights(let message),
            .modelPack(let message), .hashList(let message), .damagedLibrary(let message),
            .model(let message), .image(_, let message), .hash(let message),
            .streamConfiguration(let message), .conversation(let message), .language(let message),
            .helpServices(let message), .digest(let message), .ledger(let message),
            .contest(let message), .transparency(let message), .draft(let message),
            .store(_, let message), .fault(let message):
            message
        }
    }
}

extension HimayaError: LocalizedError, CustomStringConvertible {
    /// The ``message``.
    public var errorDescription: String? { message }

    /// The ``message``.
    public var description: String { message }
}

/// Why a picture is not looked at.
public enum ImageRefusal: String, Sendable, Hashable, CaseIterable {
    /// More bytes or pixels than the limits allow.
    case tooLarge = "too_large"
    /// Not a format that is read.
    case unknownFormat = "unknown_format"
    /// Damaged or cut off.
    case damaged
    /// Raw pixels do not fit their size.
    case pixels
    /// The model cannot be loaded or run.
    case model
}

/// Kinds of what can be wrong with a store.
public enum StoreFailure: String, Sendable, Hashable, CaseIterable {
    /// Another process has it open.
    case inUse = "in_use"
    /// The file is none of a store, or was damaged.
    case damaged
    /// The file was written by a newer version.
    case version
    /// Reading or writing failed.
    case io
    /// What was kept of a conversation is damaged or of a newer version.
    case conversation
    /// The host's own store threw; of what it threw only the type's name goes on.
    case host
}
