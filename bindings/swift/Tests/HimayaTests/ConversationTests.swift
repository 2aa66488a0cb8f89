import Foundation
import Testing

@testable import Himaya

/// Conversations and their stores.
@Suite struct ConversationTests {
    @Test("a pattern over messages warns and says why")
    func pattern() throws {
        let conversation = Conversation()
        let messages = [
            "are you home alone?", secret, "add me on snapchat", "send me a selfie",
            "you are so mature for your age",
        ]
        let assessments = try messages.map { try himaya.observe($0, in: conversation) }
        let last = try #require(assessments.last)
        #expect(last.action >= .indicate && last.risk > 0.5)
        let explanation = himaya.explain(conversation)
        #expect(explanation.received == 5 && explanation.nats > explanation.boundary)
        #expect(!explanation.timeline.isEmpty && !explanation.stages.isEmpty)
        #expect(explanation.contributions.contains { $0.cause == .shown(.secrecy) && $0.times > 0 })
        #expect(explanation.contributions.allSatisfy { $0.cause != .other && !$0.slug.isEmpty })
    }

    @Test("a state survives as bytes")
    func state() throws {
        let conversation = Conversation()
        conversation.contact = Contact(.stranger, childrenContacted: 40, utcOffset: 60)
        _ = try himaya.observe(secret, in: conversation)
        conversation.noteDeleted()
        let kept = try Conversation(state: conversation.state)
        #expect(kept.contact == Contact(.stranger, childrenContacted: 40, utcOffset: 60))
        #expect(kept.received == 1 && kept.sent == 0 && kept.deleted == 1)
        #expect(kept.state == conversation.state && kept.state.count <= 512)
        #expect(himaya.explain(kept) == himaya.explain(conversation))
    }

    @Test("damaged bytes are refused with the reason")
    func damaged() throws {
        let state = Conversation().state
        for bytes in [Data(), Data("nonsense".utf8), state.dropLast()] {
            let error = try #require(thrown { try Conversation(state: Data(bytes)) })
            guard case .conversation(let message) = error else {
                Issue.record("\(error)")
                continue
            }
            #expect(["HMYC", "checksum", "ends"].contains { message.contains($0) }, "\(message)")
        }
    }

    @Test("conversations go on where they were left, and names stand in no file")
    func file() throws {
        try inFolder { folder in
            let file = folder.appendingPathComponent("conversations.redb")
            try {
                let conversations = try Conversations(inFile: file)
                try conversations.setContact(Contact(.stranger), of: "user 4711")
                let seen = try conversations.observe(Message(secret), with: "user 4711", by: himaya)
                #expect(seen == .kept(seen.assessment))
                guard case .store(.inUse, _) = thrown({ try Conversations(inFile: file) }) else {
                    Issue.record("a file that is open was opened once more")
                    return
                }
            }()
            let conversations = try Conversations(inFile: file)
            try conversations.noteDeleted(with: "user 4711")
            let explanation = try conversations.explain("user 4711", by: himaya)
            #expect(explanation.received == 1 && explanation.deleted == 1)
            #expect(try conversations.forget("user 4711"))
            #expect(try conversations.forget("user 4711") == false)
            try conversations.forgetAll()
            #expect(try Data(contentsOf: file).range(of: Data("4711".utf8)) == nil)
        }
    }

    @Test("a file that is no store is refused")
    func noStore() throws {
        try inFolder { folder in
            let file = folder.appendingPathComponent("no-store")
            try Data(String(repeating: "nonsense", count: 1000).utf8).write(to: file)
            guard case .store(.damaged, _) = thrown({ try Conversations(inFile: file) }) else {
                Issue.record("it was opened")
                return
            }
        }
    }

    @Test("a store of one's own keeps them")
    func own() throws {
        let shelf = Shelf()
        let conversations = Conversations(inStore: shelf)
        let seen = try conversations.observe(Message(secret), with: "somebody", by: himaya)
        #expect(seen == .kept(seen.assessment))
        let state = try #require(try shelf.load("somebody"))
        #expect(try Conversation(state: state).received == 1)
        #expect(try conversations.forget("somebody"))
        #expect(try shelf.load("somebody") == nil)
    }

    @Test("a broken store degrades the assessment and says no more than why")
    func broken() throws {
        let shelf = Shelf()
        let conversations = Conversations(inStore: shelf)
        shelf.broken = true
        let seen = try conversations.observe(Message(secret), with: "somebody", by: himaya)
        guard case .troubled(let assessment, let trouble) = seen else {
            Issue.record("nothing is said of it")
            return
        }
        #expect(assessment.status == .degraded && assessment.statusReasons == [.storeUnavailable])
        #expect(!assessment.findings.isEmpty)
        #expect(trouble.contains("Broken") && !trouble.contains("CANARY"), "\(trouble)")
        let error = try #require(thrown { try conversations.explain("somebody", by: himaya) })
        guard case .store(.host, let message) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(message.contains("Broken") && !message.contains("CANARY"), "\(message)")
        shelf.broken = false
        try shelf.save(Data("nonsense".utf8), for: "somebody")
        let anew = try conversations.observe(Message(secret), with: "somebody", by: himaya)
        #expect(anew.assessment.statusReasons == [.conversationDamaged])
    }

    @Test("a store may ask a guard while a message is observed")
    func asking() throws {
        let conversations = Conversations(inStore: Shelf { _ = try himaya.assess("hello") })
        let seen = try conversations.observe(Message(secret), with: "somebody", by: himaya)
        let alone = try himaya.assess(secret)
        #expect(seen.assessment.topFinding?.spans == alone.topFinding?.spans)
        #expect(seen == .kept(seen.assessment))
    }

    @Test("in memory the oldest are forgotten")
    func memory() throws {
        let conversations = Conversations(inMemory: 2)
        let names = ["one", "two", "three"]
        for name in names { _ = try conversations.observe(Message(secret), with: name, by: himaya) }
        #expect(try names.map { try conversations.forget($0) } == [false, true, true])
    }

    @Test("a thread tells its people apart")
    func thread() throws {
        let thread = ChatThread(himaya, protecting: "child")
        thread.setContact(Contact(.family), of: "aunt")
        _ = try thread.observe(secret, from: "stranger", time: 0)
        _ = try thread.observe("no", from: "child", time: 1000)
        _ = try thread.observe("see you on sunday", from: "aunt", time: 2000)
        let stranger = try #require(thread.explain("stranger"))
        let aunt = try #require(thread.explain("aunt"))
        #expect(stranger.risk > aunt.risk)
        #expect(thread.explain("nobody") == nil)
        #expect(stranger.received == 1 && stranger.sent == 1)
        #expect(stranger.timeline.first?.time == 0)
    }
}

/// A store that may be broken.
private final class Shelf: ConversationStore, @unchecked Sendable {
    struct Broken: Error, CustomStringConvertible {
        let description = "CANARY"
    }

    private let lock = NSLock()
    private let before: @Sendable () throws -> Void
    private var states: [String: Data] = [:]
    private var failing = false

    init(before: @escaping @Sendable () throws -> Void = {}) {
        self.before = before
    }

    var broken: Bool {
        get { lock.withLock { failing } }
        set { lock.withLock { failing = newValue } }
    }

    func load(_ counterpart: String) throws -> Data? {
        try before()
        if broken { throw Broken() }
        return lock.withLock { states[counterpart] }
    }

    func save(_ state: Data, for counterpart: String) throws {
        lock.withLock { states[counterpart] = state }
    }

    func forget(_ counterpart: String) throws -> Bool {
        lock.withLock { states.removeValue(forKey: counterpart) != nil }
    }

    func forgetAll() throws {
        lock.withLock { states.removeAll() }
    }
}
