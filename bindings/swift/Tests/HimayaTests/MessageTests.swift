import Foundation
import Testing

@testable import Himaya

/// Messages and what is said of them.
@Suite struct MessageTests {
    @Test("spans cut the words out of the text")
    func spans() throws {
        let text = "😀😀 é are you home alone? 😀"
        let span = try #require(try himaya.assess(text).topFinding?.spans.first)
        let range = try #require(span.range(in: text))
        #expect(text[range] == "are you home alone")
        #expect((text as NSString).substring(with: span.nsRange) == "are you home alone")
    }

    @Test("spans of another text do not reach into this one")
    func spansBeyond() {
        #expect(Span(start: 2, end: 9).range(in: "short") == nil)
        #expect(Span(start: 9, end: 9).range(in: "short") == nil)
        #expect(Span(start: 3, end: 2).range(in: "short") == nil)
        #expect(Span(start: -1, end: 2).range(in: "short") == nil)
        let word = "short"
        #expect(Span(start: 0, end: 5).range(in: word).map { word[$0] } == "short")
    }

    @Test("a harmless message passes")
    func harmless() throws {
        let assessment = try himaya.assess("see you at practice tomorrow")
        #expect(assessment.action == .allow && assessment.status == .complete)
        #expect(assessment.inputType == .message)
        #expect(assessment.findings.isEmpty && assessment.topFinding == nil)
        let score = try #require(assessment.messageScore)
        #expect(score < 0.5)
    }

    @Test("no words stand in what is printed")
    func printed() throws {
        let assessment = try himaya.assess(secret)
        let conversation = Conversation()
        let message = Message(secret)
        _ = try himaya.observe(message, in: conversation)
        var printed = ""
        dump(assessment, to: &printed)
        dump(message, to: &printed)
        dump(himaya.explain(conversation), to: &printed)
        printed += "\(assessment) \(assessment.findings) \(message) \([message]) \(conversation)"
        #expect(printed.contains("secrecy") && printed.contains("counterpart"))
        #expect(!printed.contains("mum") && !printed.contains("our secret"))
    }

    @Test("what lies beyond the limit is not read, and said so")
    func limit() throws {
        let short = try Guard(Guard.Configuration(limits: Guard.Limits(messageBytes: 64)))
        let assessment = try short.assess(String(repeating: "hello ", count: 100) + secret)
        #expect(assessment.status == .degraded)
        #expect(assessment.statusReasons == [.messageTruncated])
        #expect(assessment.findings.isEmpty)
    }

    @Test("long and empty messages are read")
    func long() throws {
        let long = String(repeating: "hello there my friend ", count: 2000) + secret
        let span = try #require(try himaya.assess(long).topFinding?.spans.first)
        #expect(span.start > 40_000)
        let empty = try [himaya.assess(""), himaya.assess("\u{0}")]
        #expect(empty.allSatisfy { $0.action == .allow })
    }

    @Test("text that came from Objective-C is read")
    func bridged() throws {
        let text = NSString(string: secret).substring(from: 0)
        let (one, other) = (try himaya.assess(text), try himaya.assess(secret))
        #expect(one == other)
        #expect(try himaya.assess(String(secret.dropFirst(5))).findings.isEmpty == false)
    }

    @Test("rules alone do without the classifier")
    func rules() throws {
        let rules = try Guard(Guard.Configuration(textModel: .rulesAlone))
        let assessment = try rules.assess(secret)
        #expect(assessment.messageScore == nil && assessment.models.isEmpty)
        #expect(assessment.topFinding?.origin == .rule)
    }

    @Test("many at once get the answers of one after another")
    func many() async throws {
        let texts = try lines("tests/golden/text_model.jsonl").map { try #require($0["text"]?.string) }
        let alone = try texts.map { try himaya.assess($0) }
        #expect(try await himaya.assess(texts) == alone)
        #expect(try await himaya.assess(texts, parallelism: 3) == alone)
        #expect(try await himaya.assess([String]()) == [])
        #expect(try await himaya.assess(texts, parallelism: -1) == alone)
    }

    @Test("nothing is done for a task that was cancelled before")
    func cancelled() async throws {
        let conversation = Conversation()
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await himaya.observe([Message("hello")], in: conversation)
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(conversation.received == 0)
    }

    @Test("a batch ends between two messages when its task is cancelled")
    func cancelledBetween() async throws {
        let conversation = Conversation()
        let messages = [Message](repeating: Message("hello"), count: 200_000)
        let task = Task { try await himaya.observe(messages, in: conversation) }
        while conversation.received == 0 { try await Task.sleep(nanoseconds: 1_000_000) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect((1..<messages.count).contains(conversation.received))
    }

    @Test("assessments compare by what they say")
    func equal() throws {
        let (one, other) = (try himaya.assess(secret), try himaya.assess(secret))
        #expect(one == other && one.hashValue == other.hashValue)
        let hello = try himaya.assess("hello")
        #expect(one != hello)
    }

    @Test("a date is a time in milliseconds")
    func date() {
        let message = Message("hi", received: Date(timeIntervalSince1970: 1.5))
        #expect(message.time == 1500 && message.role == .counterpart && !message.edited)
    }

    @Test("a guard says what is in force")
    func force() throws {
        #expect(himaya.languages.contains("ar") && himaya.languages.contains("en"))
        #expect(try himaya.assess("hello").rulesetVersion == himaya.rulesetVersion)
        #expect(Guard.version == "0.1.0")
    }

    @Test("what is ordered compares")
    func order() {
        #expect(Action.allow < .indicate && Action.interrupt < .mute && Action.blur >= .blur)
        #expect(Action.allCases.sorted() == Action.allCases)
        #expect(AgeBand.allCases.sorted() == AgeBand.allCases && AgeBand.from6To9 < .adult)
        #expect(Status.complete < .degraded && Status.degraded < .failed)
        #expect([5, 9, 12, 15, 17, 18].map(AgeBand.init(years:)) == AgeBand.allCases)
    }
}
