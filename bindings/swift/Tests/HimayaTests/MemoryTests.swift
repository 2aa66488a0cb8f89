import Foundation
import Testing

@testable import Himaya

/// Many calls leave nothing behind: `HIMAYA_CALLS` of them, 20,000 where it is not set. Runs in a
/// process of its own, since other tests take memory too.
@Suite struct MemoryTests {
    /// A leak of 400 bytes a call, with the calls that are usual.
    private static let most = 2.0
    private static let parts = 4

    /// Memory of the process in bytes; nil where it is not told.
    private static func resident() -> Double? {
        guard let status = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let pages = status.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
        else { return nil }
        return pages * Double(sysconf(Int32(_SC_PAGESIZE)))
    }

    @Test("memory does not grow with the number of calls", .enabled(if: resident() != nil))
    func growth() async throws {
        let calls = ProcessInfo.processInfo.environment["HIMAYA_CALLS"].flatMap { Int($0) } ?? 20_000
        let conversation = Conversation()
        let kept = Conversations(inMemory: 100)
        let pixels = try grey(8, 8)
        let broken = Picture(Data("nonsense".utf8))
        let threat = try threat()
        let (ledger, builder, policy) = (Ledger(), DigestBuilder(), try Policy("child"))
        let (messages, services) = (try Messages("en"), try HelpServices())
        func call(_ at: Int) async throws {
            let found = try himaya.assess("are you home alone? don't tell your mum").findings
            if found.isEmpty { Issue.record("nothing is found") }
            if at % 10 == 0 {
                _ = try himaya.observe("hello", in: conversation)
                _ = try kept.observe(Message("hello"), with: "\(at % 200)", by: himaya)
                _ = try Conversation(state: conversation.state)
                try ledger.record(threat, at: monday)
                builder.record(threat, at: monday)
            }
            if at % 1000 == 0 {
                _ = himaya.explain(conversation)
                _ = builder.digest(until: monday).text(in: messages)
                _ = services.lookup(.child, country: "GB", language: "en")
                _ = try Policy("teen").table(for: .from13To15)
                let kept = try Ledger(json: ledger.json())
                _ = try TransparencyReport(on: [kept], policy: policy).json()
                try ReportDraft(requestedBy: .guardian).observe(threat)
                _ = try await himaya.assess(Picture(pixels))
                _ = try await himaya.assess(broken)
                let stream = try StreamAnalyzer(himaya)
                _ = stream.changes()
                try stream.pushBlocking(Frame(pixels, timeMs: 0))
            }
        }
        for at in 0..<2000 { try await call(at) }
        var grown: [Double] = []
        for _ in 0..<Self.parts {
            let before = try #require(Self.resident())
            for at in 0..<calls / Self.parts { try await call(at) }
            grown.append((try #require(Self.resident()) - before) / 1e6)
        }
        let shown = grown.map { String(format: "%.1f", $0) }.joined(separator: ", ")
        print("\(calls) calls: \(shown) MB more")
        let least = try #require(grown.min())
        #expect(least < Self.most, "in each part of \(calls) calls: \(shown) MB more")
    }
}
