import Foundation
internal import HimayaFFI

extension HimayaError {
    /// What the generated code threw.
    init(_ error: any Error) {
        self =
            switch error {
            case let error as HimayaError: error
            case let error as BuildError: Self.of(error)
            case let error as ImageError: Self.of(error)
            case let error as StoreError: Self.of(error)
            case let error as ConversationError: .conversation(error.message)
            case ModelError.Unusable(let message): .model(message)
            case HashError.NoHash(let message): .hash(message)
            case StreamError.Config(let message): .streamConfiguration(message)
            case MessagesError.UnknownLanguage(let message): .language(message)
            case HelpServicesError.List(let message), HelpServicesError.UnknownService(let message):
                .helpServices(message)
            case DigestError.Damaged(let message), DigestError.Version(let message): .digest(message)
            case let error as PolicyError: Self.of(error)
            case let error as LedgerError: .ledger(error.message)
            case ContestError.NoId(let message), ContestError.UnknownOrExpired(let message):
                .contest(message)
            case let error as TransparencyError: .transparency(error.message)
            case let error as DraftError: .draft(error.message)
            case TaxonomyError.Damaged(let message): .damagedLibrary(message)
            // UniFFI's own, which is no public type: a panic, or bytes that do not fit.
            default: .fault(error.localizedDescription)
            }
    }

    private static func of(_ error: BuildError) -> Self {
        switch error {
        case .Policy(let message): .policy(message)
        case .Weights(let message): .weights(message)
        case .ModelPack(let message): .modelPack(message)
        case .HashList(let message): .hashList(message)
        case .Damaged(let message): .damagedLibrary(message)
        }
    }

    private static func of(_ error: PolicyError) -> Self {
        switch error {
        case .Invalid(let message): .policy(message)
        case .Locked(let message): .policyLocked(message)
        }
    }

    private static func of(_ error: ImageError) -> Self {
        switch error {
        case .TooLarge(let message): .image(.tooLarge, message)
        case .UnknownFormat(let message): .image(.unknownFormat, message)
        case .Damaged(let message): .image(.damaged, message)
        case .Pixels(let message): .image(.pixels, message)
        case .Model(let message): .image(.model, message)
        }
    }

    private static func of(_ error: StoreError) -> Self {
        switch error {
        case .InUse(let reason): .store(.inUse, reason)
        case .Damaged(let reason): .store(.damaged, reason)
        case .Version(let reason): .store(.version, reason)
        case .Io(let reason): .store(.io, reason)
        case .Conversation(let reason): .store(.conversation, reason)
        case .Host(let reason): .store(.host, reason)
        }
    }
}

extension ConversationError {
    fileprivate var message: String {
        switch self {
        case .NoConversation(let message), .Version(let message), .Damaged(let message): message
        }
    }
}

extension LedgerError {
    fileprivate var message: String {
        switch self {
        case .Damaged(let message), .Version(let message), .Random(let message): message
        }
    }
}

extension TransparencyError {
    fileprivate var message: String {
        switch self {
        case .Request(let message), .NothingCounted(let message), .Damaged(let message): message
        }
    }
}

extension DraftError {
    fileprivate var message: String {
        switch self {
        case .OnlyReviewer(let message), .NoAttachment(let message),
            .TooManyAttachments(let message), .Damaged(let message):
            message
        }
    }
}
