import Foundation
import Testing

@testable import Himaya

/// What is counted, contested, published and reported.
@Suite struct AccountabilityTests {
    /// Whether a call throws this kind of error with this in its message.
    private func refuses(
        _ kind: (String) -> HimayaError, _ why: String, _ call: () throws -> some Any,
        _ place: SourceLocation = #_sourceLocation
    ) {
        let error = thrown(call)
        let message = error?.message ?? ""
        #expect(
            error == kind(message) && message.contains(why), "\(String(describing: error))",
            sourceLocation: place)
    }

    @Test("a ledger counts and comes back")
    func ledger() throws {
        let ledger = Ledger()
        #expect(ledger.weeks == nil && ledger.recent.isEmpty)
        try ledger.record(try himaya.assess("see you at practice"), at: monday)
        let id = try ledger.record(try threat(), at: monday + 7 * day)
        #expect(ledger.weeks?.first == "2026-W48" && ledger.weeks?.last == "2026-W49")
        #expect(ledger.recent.map(\.id) == [id] && id.count == 32)
        #expect(ledger.recent.first?.categories.first == .sextortion)
        #expect(ledger.recent.first.map { $0.action >= .indicate } == true)
        #expect(try ledger.overridden(id))
        #expect(try !ledger.overridden(id))
        #expect(try Ledger(json: ledger.json()).json() == ledger.json())
        let other = Ledger()
        try other.record(try threat(), at: monday)
        ledger.merge(other)
        ledger.merge(ledger)
        #expect(ledger.recent.count == 2)
        let total = try TransparencyReport(on: [ledger], policy: Policy("child")).total
        #expect(total.scanned == 6 && total.warned == 4 && total.overridden == 2)
        #expect(total.degraded == 0 && total.failed == 0 && total.contested == 0)
    }

    @Test("a damaged ledger is refused and never quoted")
    func damaged() throws {
        let ledger = Ledger()
        try ledger.record(try threat(), at: monday)
        let damaged = ledger.json().replacingOccurrences(of: "sextortion", with: "CANARY")
        let error = try #require(thrown { try Ledger(json: damaged) })
        #expect(error == .ledger(error.message))
        #expect(error.message.contains("column") && !error.message.contains("CANARY"), "\(error)")
        refuses(HimayaError.ledger, "not supported") { try Ledger(json: #"{"schema_version": 9}"#) }
    }

    @Test("contests on several days raise a threshold")
    func contests() throws {
        let (teen, ledger) = (try Policy("teen"), Ledger())
        let warning = try himaya.assess("you are a loser, everybody hates you")
        #expect(warning.topFinding?.category == .bullying && warning.action > .allow)
        let rules = try #require(teen.contestRules)
        var (now, id) = (monday, "")
        var contested: Contested?
        for _ in 0...rules.minContests {
            now += day
            id = try ledger.record(warning, at: now)
            contested = try ledger.contest(id, .harmless, under: teen, at: now)
            #expect(contested?.category == .bullying && contested?.repeated == false)
            #expect(try ledger.contest(id, .harmless, under: teen, at: now).repeated)
        }
        let leniency = ledger.leniency(under: teen, at: now)
        #expect(leniency == contested?.leniency && leniency.count == 1)
        #expect(leniency.first.map { $0.raisedBy > 0 && $0.raisedBy <= rules.maxRaise } == true)
        #expect(try ledger.relaxed(teen, at: now).leniency == leniency)
        #expect(try ledger.relaxed(Policy("adult"), at: now).name == "adult")
        refuses(HimayaError.contest, "no assessment with this id") {
            try ledger.contest(String(repeating: "0", count: 32), .other, under: teen)
        }
        refuses(HimayaError.contest, "32 hex digits") { try ledger.overridden("nonsense") }
        let late = now + 31 * day
        refuses(HimayaError.contest, "30 days") { try ledger.contest(id, .other, under: teen, at: late) }
    }

    @Test("a report is made for people and programs")
    func report() throws {
        let (ledgers, policy) = ([Ledger(), Ledger()], try Policy("child"))
        for ledger in ledgers {
            for minute in 0..<6 { try ledger.record(try threat(), at: monday + 60 * Double(minute)) }
        }
        let report = try TransparencyReport(on: ledgers, policy: policy)
        #expect(report.devices == 2 && report.weeks.first == "2026-W48")
        #expect("\(report)" == "TransparencyReport(2026-W48 to 2026-W48, devices: 2)")
        #expect(report.byCategory[.sextortion]?.warned == 12 && report.total.warned == 12)
        let json = try JSON(report.json())
        #expect(json["counts"]?["total"]?["scanned"]?.int == 12)
        #expect(json["methodology"]?["paragraphs"].map { $0.list.count >= 8 } == true)
        let page = try TransparencyReport(on: ledgers, policy: policy, language: "ar").html()
        #expect(page.contains("dir=\"rtl\"") && !page.contains("<script"))
        let few = try TransparencyReport(on: ledgers, policy: policy, sharing: .atLeast(20))
        #expect(few.total.warned == 0)
        let noised = try TransparencyReport(
            on: ledgers, policy: policy, firstWeek: "2026-W40", lastWeek: "2026-W50",
            sharing: .noised(epsilon: 1))
        #expect(try JSON(noised.json())["differential_privacy"]?["draws"]?.int == 2)
    }

    @Test("a report that cannot be made says why")
    func noReport() throws {
        let (policy, full) = (try Policy("child"), Ledger())
        try full.record(try threat(), at: monday)
        func refused(_ why: String, _ call: () throws -> TransparencyReport) {
            refuses(HimayaError.transparency, why, call)
        }
        refused("the ledgers are empty") { try TransparencyReport(on: [Ledger()], policy: policy) }
        refused("such as 2026-W48") {
            try TransparencyReport(on: [full], policy: policy, firstWeek: "soon")
        }
        refused("earlier week first") {
            try TransparencyReport(on: [full], policy: policy, lastWeek: "2026-W40")
        }
        refused("xx") { try TransparencyReport(on: [full], policy: policy, language: "xx") }
        refused("noise needs a period") {
            try TransparencyReport(on: [full], policy: policy, sharing: .noised(epsilon: 1))
        }
        refused("0.001 to 10") {
            try TransparencyReport(
                on: [full], policy: policy, firstWeek: "2026-W48", lastWeek: "2026-W48",
                sharing: .noised(epsilon: 99))
        }
    }

    @Test("a draft says what was derived and what is left")
    func draft() throws {
        let draft = try ReportDraft(requestedBy: .guardian, at: monday)
        try draft.observe(try threat(), at: monday)
        draft.annotate(.minorToMinorInteraction)
        draft.incidentTime(monday - day)
        let number = try draft.attach(Data("not a picture".utf8), name: "CANARY.jpg")
        let form = try JSON(draft.json())
        #expect(form["status"]?.string == "draft" && form["filed"]?.bool == false && number == 0)
        let summary = form["incidentSummary"]
        #expect(summary?["incidentType"]?["derived"]?.bool == true)
        let stated = summary?["reportAnnotations"]?["minorToMinorInteraction"]
        #expect(stated?["derived"]?.bool == false)
        #expect(form["left_to_reviewer"]?.list.isEmpty == false)
        #expect(!draft.json().contains("CANARY"))
        refuses(HimayaError.draft, "a reviewer's judgement") { try draft.classify(number, as: .a1) }
    }

    @Test("only a reviewer classifies, and only what is attached")
    func classified() throws {
        let draft = try ReportDraft(requestedBy: .reviewer)
        refuses(HimayaError.draft, "no attachment 0") { try draft.classify(0, as: .a1) }
        try draft.classify(try draft.attach(Data("bytes".utf8)), as: .b2)
        refuses(HimayaError.draft, "no attachment -1") { try draft.classify(-1, as: .a1) }
        #expect(draft.json().contains("\"B2\"") && !draft.json().contains("\"A1\""))
        for _ in 1..<100 { try draft.attach(Data("bytes".utf8)) }
        refuses(HimayaError.draft, "100") { try draft.attach(Data("bytes".utf8)) }
    }

    @Test("a draft includes only what a person chose")
    func included() throws {
        let said = Said("\(demand), call +49 30 1234567", by: "somebody")
        var printed = "\(said) \(String(reflecting: said))"
        dump(said, to: &printed)
        #expect(!printed.contains("pay me") && !printed.contains("somebody"), "\(printed)")
        let draft = try ReportDraft(requestedBy: .guardian, include: [.messages, .people, .fileNames])
        try draft.observe(try threat(), said: said)
        try draft.observe(try threat(), said: Said("CANARY of the child's own", from: .protected))
        try draft.statement("write to me at me@example.org")
        try draft.attach(Data("words".utf8), name: "letter.txt")
        let json = draft.json()
        #expect(json.contains("pay me") && json.contains("somebody") && json.contains("letter.txt"))
        for hidden in ["1234567", "me@example.org", "CANARY"] { #expect(!json.contains(hidden)) }
    }

    @Test("no words get into what is kept, counted or drafted")
    func canary() throws {
        let canary = "CANARY \(demand) CANARY"
        let (ledger, builder, conversation) = (Ledger(), DigestBuilder(), Conversation())
        let draft = try ReportDraft(requestedBy: .guardian)
        for role in Role.allCases {
            let assessment = try himaya.observe(canary, from: role, in: conversation)
            try ledger.record(assessment, at: monday)
            builder.record(assessment, at: monday)
            try draft.observe(assessment, said: Said(canary, by: "CANARY", from: role))
        }
        try draft.attach(Data(canary.utf8), name: "CANARY.txt")
        let id = try #require(ledger.recent.first?.id)
        let policy = try Policy("child")
        let contested = try ledger.contest(id, .other, under: policy, at: monday)
        let digest = builder.digest(until: monday)
        #expect(!digest.items.isEmpty)
        let report = try TransparencyReport(on: [ledger], policy: policy)
        var printed = ""
        for value in [ledger, ledger.recent, contested, builder, digest, report, draft] as [Any] {
            dump(value, to: &printed)
        }
        for text in [
            ledger.json(), try builder.json(), digest.json(), digest.text(in: try Messages("en")),
            report.json(), try report.html(), draft.json(), printed,
        ] {
            #expect(!text.isEmpty && !text.contains("CANARY") && !text.contains("pics"), "\(text)")
        }
    }
}
