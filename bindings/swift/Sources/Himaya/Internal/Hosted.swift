import Foundation
internal import HimayaFFI

/// A host's store as the library calls it.
final class HostedStore: HimayaFFI.ConversationStore {
    private let store: any ConversationStore

    init(_ store: any ConversationStore) {
        self.store = store
    }

    func load(counterpart: String) throws -> Data? {
        try guarded { try store.load(counterpart) }
    }

    func save(counterpart: String, state: Data) throws {
        try guarded { try store.save(state, for: counterpart) }
    }

    func forget(counterpart: String) throws -> Bool {
        try guarded { try store.forget(counterpart) }
    }

    func forgetAll() throws {
        try guarded { try store.forgetAll() }
    }

    /// Of what a host's store throws only the type's name goes on: nobody knows what else it says.
    private func guarded<Answer>(_ call: () throws -> Answer) throws -> Answer {
        do {
            return try call()
        } catch {
            throw StoreError.Host(reason: "\(type(of: error))")
        }
    }
}

/// Tells everybody who listens to a stream what changes.
final class Listeners: HimayaFFI.StreamObserver, @unchecked Sendable {
    private let observer: (@Sendable (StreamChange) -> Void)?
    // Guards what follows.
    private let lock = NSLock()
    private var listening: [UUID: AsyncStream<StreamChange>.Continuation] = [:]

    init(_ observer: (@Sendable (StreamChange) -> Void)?) {
        self.observer = observer
    }

    func onChange(change: HimayaFFI.StreamChange) {
        let change = StreamChange(change)
        for listener in lock.withLock({ Array(listening.values) }) { listener.yield(change) }
        observer?(change)
    }

    /// Changes from now on; of those that nobody has taken yet, as many as `kept`.
    func listen(kept: Int) -> AsyncStream<StreamChange> {
        AsyncStream(bufferingPolicy: .bufferingNewest(kept)) { continuation in
            let name = UUID()
            lock.withLock { listening[name] = continuation }
            continuation.onTermination = { [weak self] _ in
                self?.lock.withLock { _ = self?.listening.removeValue(forKey: name) }
            }
        }
    }

    func finish() {
        for listener in lock.withLock({ Array(listening.values) }) { listener.finish() }
    }
}
