import Foundation

extension Guard {
    /// Looks at frames as they come, and tells each change of the action. Frames are asked for only as
    /// fast as they are looked at. Iterating begins a stream of its own; cancelling the task ends it
    /// between two frames.
    public func changes<Frames: AsyncSequence>(
        in frames: Frames,
        _ configuration: StreamAnalyzer.Configuration = StreamAnalyzer.Configuration()
    ) -> StreamChanges<Frames> where Frames.Element == Frame {
        StreamChanges(engine: self, frames: frames, configuration: configuration)
    }
}

/// Changes of a stream's action; see ``Guard/changes(in:_:)``.
public struct StreamChanges<Frames: AsyncSequence>: AsyncSequence where Frames.Element == Frame {
    /// A change.
    public typealias Element = StreamChange

    let engine: Guard
    let frames: Frames
    let configuration: StreamAnalyzer.Configuration

    /// Begins the stream.
    public func makeAsyncIterator() -> Iterator {
        Iterator(engine: engine, frames: frames.makeAsyncIterator(), configuration: configuration)
    }

    /// A stream that is looked at.
    public struct Iterator: AsyncIteratorProtocol {
        private let engine: Guard
        private let configuration: StreamAnalyzer.Configuration
        private let told = Told()
        private var frames: Frames.AsyncIterator
        private var analyzer: StreamAnalyzer?

        init(engine: Guard, frames: Frames.AsyncIterator, configuration: StreamAnalyzer.Configuration) {
            self.engine = engine
            self.frames = frames
            self.configuration = configuration
        }

        /// The next change; nil when the frames have ended.
        ///
        /// - Throws: ``HimayaError/streamConfiguration(_:)`` when the configuration contradicts itself,
        ///   `CancellationError`, and what the frames throw.
        public mutating func next() async throws -> StreamChange? {
            let analyzer = try begun()
            while true {
                if let change = told.take() { return change }
                guard let frame = try await frames.next() else { return nil }
                try await analyzer.push(frame)
            }
        }

        private mutating func begun() throws -> StreamAnalyzer {
            if let analyzer { return analyzer }
            let begun = try StreamAnalyzer(engine, configuration) { [told] in told.add($0) }
            analyzer = begun
            return begun
        }
    }
}

/// Changes that were told and not taken yet.
private final class Told: @unchecked Sendable {
    private let lock = NSLock()
    private var changes: [StreamChange] = []

    func add(_ change: StreamChange) {
        lock.withLock { changes.append(change) }
    }

    func take() -> StreamChange? {
        lock.withLock { changes.isEmpty ? nil : changes.removeFirst() }
    }
}
