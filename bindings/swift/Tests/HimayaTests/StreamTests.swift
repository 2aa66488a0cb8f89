import Foundation
import Testing

@testable import Himaya

/// Streams.
@Suite struct StreamTests {
    private let all = StreamAnalyzer.Configuration(cpuBudget: 1)

    @Test("frames that show nothing new are left")
    func duplicates() async throws {
        let stream = try StreamAnalyzer(himaya, all)
        let grey = try grey()
        #expect(stream.lookMs == nil)
        #expect(try await stream.push(Frame(grey, timeMs: 0)) == .classified)
        #expect(try await stream.push(Frame(grey, timeMs: 40)) == .duplicate)
        #expect(try await stream.push(Frame(grey, timeMs: 40)) == .late)
        stream.pause()
        #expect(try stream.pushBlocking(Frame(grey, timeMs: 80)) == .paused)
        stream.resume()
        let counts = stream.counts
        #expect(counts.seen == 4 && counts.classified == 1 && counts.failed == 0)
        #expect(counts.duplicates == 1 && counts.spaced == 0 && counts.overBudget == 0)
        #expect(counts.late == 1 && counts.paused == 1)
        let cost = try #require(stream.lookMs)
        #expect(cost > 0)
        #expect(!stream.shouldIndicate && !stream.shouldInterrupt && !stream.shouldMute)
        #expect(stream.assessment.inputType == .stream && stream.summary.action == .allow)
    }

    @Test("changes are told, and the observer may ask back")
    func observer() throws {
        let told = Told()
        let stream = try StreamAnalyzer(closed(), observer: told.note)
        told.stream = stream
        try stream.lost(.videoUnreadable)
        let (change, interrupted) = try #require(told.all.first)
        #expect(told.all.count == 1 && change.before == .allow)
        #expect(change.after >= .blur && interrupted)
        try stream.reset()
        #expect(told.all.last?.0.after == .allow)
    }

    @Test("changes come as sequences, to everybody who listens, and end with the analyzer")
    func sequences() async throws {
        var stream: StreamAnalyzer? = try StreamAnalyzer(closed())
        let (one, other) = (try #require(stream).changes(), try #require(stream).changes())
        try stream?.lost(.videoUnreadable)
        try stream?.reset()
        stream = nil
        for listener in [one, other] {
            var heard: [Action] = []
            for await change in listener { heard.append(change.after) }
            #expect(heard.count == 2 && heard[0] >= .blur && heard[1] == .allow)
        }
    }

    @Test("an analyzer is let go with its last user")
    func released() throws {
        weak var stream: StreamAnalyzer?
        try {
            let held = try StreamAnalyzer(himaya)
            stream = held
            _ = held.changes()
        }()
        #expect(stream == nil)
    }

    @Test("a sequence of frames becomes a sequence of changes")
    func changes() async throws {
        let grey = try grey()
        let frames = AsyncStream { continuation in
            for at in 0..<5 { continuation.yield(Frame(grey, timeMs: UInt64(at) * 40)) }
            continuation.finish()
        }
        for try await change in himaya.changes(in: frames) { Issue.record("\(change)") }

        // A policy that covers whatever the model gives any score at all.
        let policy = try text("models/policy/child.toml").replacingOccurrences(
            of: "at = 0.4\naction = \"blur\"", with: "at = 0.0\naction = \"blur\"")
        let strict = try Guard(Guard.Configuration(policy: policy))
        let seen = try strict.assessBlocking(Picture(grey))
        let endless = AsyncStream(unfolding: Endless(grey).next)
        if seen.assessment.action >= .blur {
            for try await change in strict.changes(in: endless, all) {
                #expect(change.after >= .blur)
                break
            }
        }
    }

    @Test("a sequence of changes ends between two frames when its task is cancelled")
    func cancelled() async throws {
        let endless = Endless(try grey())
        let task = Task {
            for try await _ in himaya.changes(in: AsyncStream(unfolding: endless.next), all) {}
        }
        while endless.given < 3 { try await Task.sleep(nanoseconds: 1_000_000) }
        task.cancel()
        _ = await task.result
        let given = endless.given
        try await Task.sleep(nanoseconds: 20_000_000)
        #expect(endless.given == given)
    }

    @Test("a configuration that contradicts itself is refused")
    func contradiction() async throws {
        let broken = StreamAnalyzer.Configuration(cpuBudget: 2)
        let error = try #require(thrown { try StreamAnalyzer(himaya, broken) })
        #expect(error == .streamConfiguration(error.message))
        #expect(error.message.contains("cpu_budget is 2"), "\(error)")
        await #expect(throws: error) {
            for try await _ in himaya.changes(in: AsyncStream<Frame> { $0.finish() }, broken) {}
        }
    }
}

/// What an observer was told, and whether the stream should be interrupted then.
private final class Told: @unchecked Sendable {
    private let lock = NSLock()
    private var told: [(StreamChange, Bool)] = []
    weak var stream: StreamAnalyzer?

    @Sendable func note(_ change: StreamChange) {
        let interrupted = stream?.shouldInterrupt ?? false
        lock.withLock { told.append((change, interrupted)) }
    }

    var all: [(StreamChange, Bool)] { lock.withLock { told } }
}

/// Frames without end, a second apart.
private final class Endless: @unchecked Sendable {
    private let lock = NSLock()
    private let pixels: Pixels
    private var count: UInt64 = 0

    init(_ pixels: Pixels) {
        self.pixels = pixels
    }

    var given: UInt64 { lock.withLock { count } }

    @Sendable func next() async -> Frame? {
        lock.withLock {
            count += 1
            return Frame(pixels, timeMs: count * 1000)
        }
    }
}
