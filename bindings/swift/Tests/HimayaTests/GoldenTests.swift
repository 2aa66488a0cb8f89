import Foundation
import Testing

@testable import Himaya

/// Golden vectors: what every binding must answer.
@Suite struct GoldenTests {
    @Test("golden chats are assessed as by the core", arguments: try! lines("tests/golden/chats.jsonl"))
    func chats(_ chat: JSON) throws {
        let name = try #require(chat["id"]?.string)
        let band = try #require(chat["age_band"]?.string.flatMap(AgeBand.init(rawValue:)))
        let engine = try Guard(ageBand: band)
        let texts: [String]
        let found: [Assessment]
        if let text = chat["text"]?.string {
            texts = [text]
            found = [try engine.assess(text)]
        } else {
            let thread = ChatThread(engine, protecting: chat["protected"]?.string)
            let messages = chat["messages"]?.list ?? []
            texts = try messages.map { try #require($0["text"]?.string) }
            found = try messages.map { message in
                try thread.observe(
                    try #require(message["text"]?.string), from: try #require(message["from"]?.string),
                    time: message["minutes"]?.double.map { Int64($0 * 60_000) })
            }
        }
        let recorded = try #require(chat["assessments"]?.list)
        #expect(recorded.count == found.count && !found.isEmpty)
        for (at, (recorded, assessment)) in zip(recorded, found).enumerated() {
            let expected = recorded.inUtf16(texts[at])
            var answer = try JSON(assessment.json())
            #expect(answer["ruleset_version"]?.string == engine.rulesetVersion)
            answer["ruleset_version"] = nil
            #expect(expected.difference(from: answer, at: "\(name)[\(at)]") == nil)
            try expectSame(expected, assessment)
        }
    }

    /// What the values say is what the JSON says.
    private func expectSame(_ expected: JSON, _ found: Assessment) throws {
        #expect(expected["action"]?.string == found.action.rawValue)
        #expect(expected["status"]?.string == found.status.rawValue)
        let risk = try #require(expected["risk"]?.double)
        #expect(abs(risk - Double(found.risk)) <= JSON.tolerance)
        #expect(expected["monitoring_notice_required"]?.bool == found.monitoringNoticeRequired)
        #expect(expected["message_key"]?.string == found.messageKey)
        #expect(expected["deterrence_key"]?.string == found.deterrenceKey)
        #expect((expected["models"]?.list ?? []).map { $0["sha256"]?.string ?? "" } == found.models.map(\.sha256))
        let findings = expected["findings"]?.list ?? []
        #expect(findings.count == found.findings.count)
        for (recorded, finding) in zip(findings, found.findings) {
            #expect(recorded["category"]?.string == finding.category.rawValue)
            #expect(recorded["severity"]?.int == finding.severity)
            #expect(recorded["origin"]?.string == finding.origin.rawValue)
            #expect(recorded["stage"]?.string == finding.stage?.rawValue)
            #expect((recorded["reason_codes"]?.list ?? []).map { $0.string ?? "" } == finding.reasonCodes)
            #expect(
                (recorded["behaviors"]?.list ?? []).map { $0["behavior"]?.string ?? "" }
                    == finding.behaviors.map(\.behavior.rawValue))
            #expect(
                (recorded["spans"]?.list ?? []).map {
                    Span(start: $0["start"]?.int ?? -1, end: $0["end"]?.int ?? -1)
                } == finding.spans)
        }
    }

    /// The file records the classifier's raw scores, which are no part of an assessment: so the same
    /// texts went to the command.
    @Test("texts of the model's golden file get the answers of the command", .enabled(if: made("expected/texts.jsonl")))
    func texts() throws {
        let texts = try lines("tests/golden/text_model.jsonl").map { try #require($0["text"]?.string) }
        let answered = try lines("expected/texts.jsonl")
        #expect(texts.count == answered.count && texts.count > 60)
        for (text, line) in zip(texts, answered) {
            let expected = try #require(line["assessments"]?.list.first ?? line["assessment"])
            let answer = try JSON(himaya.assess(text).json())
            #expect(expected.inUtf16(text).difference(from: answer) == nil)
        }
    }

    /// The reference knows the first frame of a picture that moves.
    private func pictures() throws -> [(name: String, recorded: JSON)] {
        let golden = try JSON(text("tests/golden/images.json"))
        return try (golden["pictures"]?.list ?? []).map { (try #require($0["file"]?.string), $0) }
            .filter { !$0.0.hasSuffix(".gif") }
    }

    @Test("golden pictures get the scores of the original model", .enabled(if: made("golden-pictures")))
    func scores() async throws {
        let golden = try JSON(text("tests/golden/images.json"))
        let pictures = try pictures()
        #expect(pictures.count >= 30)
        let found = try await himaya.assess(pictures.map { try Picture(bytes("golden-pictures/\($0.name)")) })
        for ((name, recorded), result) in zip(pictures, found) {
            let kind = recorded["lossy"]?.bool == true ? "lossy" : "lossless"
            let tolerance = try #require(golden["tolerance"]?[kind]?.double)
            let expected = try #require(recorded["probabilities"]?.members)
            let scores = result.assessment.classScores
            #expect(Set(expected.keys) == Set(scores.keys), "\(name)")
            for (label, probability) in expected {
                let distance = abs(Double(scores[label] ?? -1) - (probability.double ?? -2))
                #expect(distance <= tolerance, "\(name), \(label)")
            }
            let sensitive = result.assessment.findings.contains { $0.category == .sensitiveImage }
            let expectation = try #require(recorded["sensitive"]?.double)
            #expect(sensitive == (expectation >= 0.3), "\(name)")
        }
    }

    @Test("golden pictures get the answers of the command", .enabled(if: made("expected/pictures.jsonl")))
    func answers() async throws {
        let answered = try lines("expected/pictures.jsonl")
        #expect(answered.count >= 30)
        for line in answered {
            let name = try #require(line["path"]?.string)
            let expected = try #require(line["assessments"]?.list.first)
            let result = try await himaya.assess(Picture(bytes("golden-pictures/\(name)")))
            let answer = try JSON(result.assessment.json())
            #expect(expected.difference(from: answer, at: name) == nil)
        }
    }
}
