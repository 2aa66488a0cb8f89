import Foundation

/// Threads for what takes long, one a processor core, so that tasks which have little to do keep
/// those of the concurrency pool.
enum Workers {
    private static let queue: OperationQueue = {
        let queue = OperationQueue()
        queue.name = "org.himaya.workers"
        queue.maxConcurrentOperationCount = ProcessInfo.processInfo.activeProcessorCount
        queue.qualityOfService = .userInitiated
        return queue
    }()

    /// Does `work` there. When the task is cancelled before its turn comes, nothing is done.
    static func perform<Answer: Sendable>(
        _ work: @escaping @Sendable (Order) throws -> Answer
    ) async throws -> Answer {
        let order = Order()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                queue.addOperation {
                    continuation.resume(with: Result {
                        try order.check()
                        return try work(order)
                    })
                }
            }
        } onCancel: {
            order.withdraw()
        }
    }

    /// What is to be done, unless the task that wants it is cancelled.
    final class Order: @unchecked Sendable {
        private let lock = NSLock()
        private var withdrawn = false

        func withdraw() {
            lock.withLock { withdrawn = true }
        }

        /// Throws when it was withdrawn.
        func check() throws {
            if lock.withLock({ withdrawn }) { throw CancellationError() }
        }
    }
}
