import Foundation
import Testing

@testable import Himaya

/// Several threads at once.
@Suite struct ThreadTests {
    /// What each of eight threads answers.
    private func eight<Answer: Sendable>(_ work: @escaping @Sendable () throws -> Answer) throws -> [Answer] {
        let answers = Answers<Answer>()
        let done = DispatchGroup()
        for _ in 0..<8 {
            done.enter()
            Thread.detachNewThread {
                answers.add(Result(catching: work))
                done.leave()
            }
        }
        done.wait()
        return try answers.all.map { try $0.get() }
    }

    @Test("eight threads sharing a guard get the answers of one")
    func shared() throws {
        let texts = try lines("tests/golden/text_model.jsonl").map { try #require($0["text"]?.string) }
        let alone = try texts.map { try himaya.assess($0) }
        let picture = try picture("astronaut.jpg")
        let seen = try himaya.assessBlocking(picture)
        let found = try eight { try texts.map { try himaya.assess($0) } }
        #expect(found.count == 8 && found.allSatisfy { $0 == alone })
        let pictures = try eight { try himaya.assessBlocking(picture) }
        #expect(pictures.allSatisfy { $0 == seen })
    }

    @Test("no message is lost between threads")
    func counted() throws {
        let conversation = Conversation()
        let kept = Conversations()
        _ = try eight {
            for _ in 0..<100 {
                _ = try himaya.observe("hello", in: conversation)
                _ = try kept.observe(Message("hello"), with: "one", by: himaya)
            }
        }
        #expect(conversation.received == 800)
        let explanation = try kept.explain("one", by: himaya)
        #expect(explanation.received == 800)
    }

    @Test("a guard lives as long as its last user")
    func lifetime() throws {
        let thread = ChatThread(try Guard())
        let stream = try StreamAnalyzer(Guard(), StreamAnalyzer.Configuration(cpuBudget: 1))
        let seen = try thread.observe(secret, from: "somebody")
        #expect(!seen.findings.isEmpty)
        let outcome = try stream.pushBlocking(Frame(grey(), timeMs: 0))
        #expect(outcome == .classified)
    }
}

private final class Answers<Answer: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var answers: [Result<Answer, any Error>] = []

    func add(_ answer: Result<Answer, any Error>) {
        lock.withLock { answers.append(answer) }
    }

    var all: [Result<Answer, any Error>] { lock.withLock { answers } }
}
