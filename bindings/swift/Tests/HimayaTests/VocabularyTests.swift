import Testing

@testable import Himaya

/// The package's words are the library's, and each has a meaning.
@Suite struct VocabularyTests {
    private static let mirrored: [any Mirrored.Type] = [
        Action.self, AgeBand.self, Annotation.self, Behavior.self, Category.self, ContestReason.self,
        Cue.self, FrameOutcome.self, Frequency.self, Gender.self, HelpAges.self, HelpAudience.self,
        IndustryClassification.self, InputType.self, InterventionLevel.self, LockedBy.self,
        MappingRelation.self, OnFailure.self, Origin.self, PersonRole.self, PolicyConcernKind.self,
        Reader.self, ReasonKind.self, Relation.self, RiskClass.self, Role.self, Shift.self, Stage.self,
        Status.self, StatusReason.self, Trend.self, Urgency.self,
    ]

    private func same<Word: Mirrored>(_ type: Word.Type) {
        let library = Word.Library.allCases.map { "\($0)" }
        #expect(Word.allCases.map { "\($0)" } == library, "\(type)")
        #expect(Word.allCases.allSatisfy { Word($0.ffi) == $0 }, "\(type)")
    }

    @Test("every case has its place in the library")
    func mirrors() throws {
        for type in Self.mirrored { same(type) }
        let source = try text("bindings/swift/Sources/Himaya/Internal/Mirrored.swift")
        let named = source.split(separator: "\n").filter { $0.contains(": Mirrored {") }
        #expect(named.count == Self.mirrored.count, "some are not compared")
    }

    private func meaning(_ word: any RawRepresentable<String>, _ meaning: Meaning) {
        #expect(meaning.slug == word.rawValue)
        #expect(!meaning.definition.isEmpty && !meaning.matters.isEmpty && !meaning.limits.isEmpty)
        #expect((0...7).contains(meaning.severity.lowerBound) && meaning.severity.upperBound <= 7)
        #expect(meaning.sources.allSatisfy { !$0.title.isEmpty && $0.year > 1900 })
        #expect(meaning.outside.allSatisfy { !$0.standard.isEmpty && !$0.value.isEmpty })
    }

    @Test("every word has a meaning and limits")
    func meanings() throws {
        for category in Category.allCases { meaning(category, try Meaning(of: category)) }
        for behavior in Behavior.allCases { meaning(behavior, try Meaning(of: behavior)) }
        for stage in Stage.allCases { meaning(stage, try Meaning(of: stage)) }
        let grooming = try Meaning(of: Category.grooming)
        #expect(grooming.riskClass == .contact)
        #expect(!grooming.sources.isEmpty && !grooming.outside.isEmpty)
    }

    @Test("reason codes have a meaning")
    func reasons() throws {
        let codes = try threat().findings.flatMap(\.reasonCodes)
        var rules: [RuleMeaning] = []
        for code in codes {
            let reason = try #require(try ReasonMeaning(of: code))
            #expect(!reason.definition.isEmpty && !reason.limits.isEmpty)
            let rule = himaya.rule(of: code)
            #expect((rule != nil) == (reason.kind == .rule))
            guard let rule else { continue }
            #expect(rule.category == .sextortion && (0...7).contains(rule.severity))
            #expect(code.hasPrefix("\(rule.language)."))
            rules.append(rule)
        }
        #expect(!rules.isEmpty)
        #expect(try ReasonMeaning(of: "nonsense") == nil)
        #expect(himaya.rule(of: "nonsense") == nil)
        #expect(try ReasonMeaning(of: "image_unreadable")?.kind == .status)
    }
}
