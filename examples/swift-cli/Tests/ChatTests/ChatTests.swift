import Foundation
import Himaya
import Testing

@testable import Chat

@Suite struct ChatTests {
    private static let chats = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { folder, _ in
        folder.deletingLastPathComponent()
    }.appendingPathComponent("data/chats")

    private func path(_ name: String) -> String {
        Self.chats.appendingPathComponent(name).path
    }

    private func run(_ arguments: String...) throws -> (child: [String], guardian: [String], Command.Outcome) {
        var lines: [String] = []
        let outcome = try Command(arguments).run { lines.append($0) }
        let middle = try #require(lines.firstIndex(of: "== The guardian's view"))
        #expect(lines.first == "== The child's view")
        return (Array(lines[1..<middle]), Array(lines[(middle + 1)...]), outcome)
    }

    @Test("a stranger who draws nearer is marked for the child and named to the guardian")
    func stranger() throws {
        let (child, guardian, outcome) = try run(path("game-stranger.jsonl"))
        #expect(child.contains { $0.hasPrefix("  (!)") } && child.first?.hasPrefix("(i)") == true)
        let secrecy = try Messages("en").describe(Behavior.secrecy)
        #expect(guardian.contains { $0.hasPrefix("a: ") } && guardian.contains("  - \(secrecy)"))
        #expect(outcome == .needsHelp)
    }

    @Test("blackmail is held back with a helping word first")
    func blackmail() throws {
        let (child, guardian, outcome) = try run("--age", "13-15", path("blackmail.jsonl"))
        let held = try #require(child.firstIndex { $0.contains("[held back; open it?]") })
        #expect(child[held + 1].hasPrefix("  (!) "))
        let threat = try Messages("en").describe(Behavior.threatSextortion)
        #expect(guardian.contains("  - \(threat)") && outcome == .needsHelp)
    }

    @Test("no word of the chat is in the guardian's view", arguments: ["blackmail.jsonl", "game-stranger.jsonl"])
    func wordless(_ name: String) throws {
        let (_, guardian, _) = try run(path(name))
        let script = try Script(String(contentsOfFile: path(name), encoding: .utf8))
        #expect(script.messages.count > 3)
        for message in script.messages {
            #expect(!guardian.contains { $0.contains(message.text) })
        }
    }

    @Test("friends pass without a word")
    func friends() throws {
        let (child, guardian, outcome) = try run(path("friends-homework.jsonl"))
        #expect(!child.contains { $0.contains("(!)") })
        #expect(!guardian.contains { $0.hasPrefix("  - ") } && outcome == .quiet)
    }

    @Test("people are told in their language")
    func arabic() throws {
        let (child, guardian, outcome) = try run("--language", "ar", "--child", "b", path("stranger-ar.jsonl"))
        let secrecy = try Messages("ar").describe(Behavior.secrecy)
        #expect(guardian.contains("  - \(secrecy)") && outcome == .needsHelp)
        #expect(child.contains { $0.hasPrefix("  (!) ") && !$0.contains("grown-up") })
        #expect(throws: HimayaError.self) { try run("--language", "tlh", path("stranger-ar.jsonl")) }
    }

    @Test("plain lines are a chat too")
    func plain() throws {
        let script = try Script("ben: are you there?\r\n\nlea: yes: I am\n", child: "lea")
        #expect(script.child == "lea" && script.messages.map(\.sender) == ["ben", "lea"])
        #expect(script.messages.last?.text == "yes: I am")
    }

    @Test("what cannot be read is named by its line and without its words")
    func unreadable() throws {
        #expect(throws: Script.Unreadable(description: "line 2: expected `name: text`")) {
            try Script("ben: hello\nCANARY")
        }
        let object = Script.Unreadable(description: "line 2: expected an object with `from` and `text`")
        #expect(throws: object) { try Script("{\"protected\": \"b\"}\n{\"text\": \"CANARY\"}") }
        #expect(throws: (any Error).self) { try run("/nowhere/at/all") }
    }

    @Test("a command that cannot be understood says what is wrong")
    func misuse() throws {
        for (arguments, why) in [
            (["--age", "old"], "--age cannot be `old`"), (["--view"], "--view needs a value"),
            (["--nothing"], "there is no --nothing"), (["one", "two"], "more than one file"),
        ] {
            #expect(throws: Command.Misuse(description: why)) { try Command(arguments) }
        }
        #expect(try Command(["-"]).file == nil)
    }
}
