internal import HimayaFFI

/// Classes of risk to minors in the European Commission's guidelines on Article 28 DSA (2025).
public enum RiskClass: String, Sendable, Hashable, CaseIterable, Codable {
    /// What a child sees.
    case content
    /// What a child or its peers do.
    case conduct
    /// Who meets a child.
    case contact
    /// What a child is sold.
    case consumer
    /// Risks across the others, such as to health and privacy.
    case crossCutting = "cross_cutting"
}

/// What an outside word is, compared with ours (mapping relations of SKOS, W3C 2009).
public enum MappingRelation: String, Sendable, Hashable, CaseIterable, Codable {
    /// The same.
    case exact
    /// It covers more.
    case broader
    /// It covers less.
    case narrower
    /// It is near, neither more nor less.
    case related
}

/// Where a reason code stands.
public enum ReasonKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// In ``Finding/reasonCodes``.
    case finding
    /// In ``Finding/reasonCodes``, and it names an indicator rule.
    case rule
    /// In ``Assessment/statusReasons``.
    case status
}

/// What a category, a behaviour or a stage means, and what it does not. In English.
public struct Meaning: Sendable, Hashable {
    /// The word.
    public let slug: String
    /// What it is.
    public let definition: String
    /// Why it matters.
    public let matters: String
    /// What a finding of it does not say.
    public let limits: [String]
    /// What it rests on.
    public let sources: [Publication]
    /// The least and the gravest severity of findings, 0 to 7.
    public let severity: ClosedRange<Int>
    /// The class of risk.
    public let riskClass: RiskClass
    /// The words of others for it.
    public let outside: [OutsideWord]

    /// What a category means.
    ///
    /// - Throws: ``HimayaError/damagedLibrary(_:)`` alone.
    public init(of category: Category) throws(HimayaError) {
        self.init(try translated { try meaningOfCategory(category: category.ffi) })
    }

    /// What a behaviour means.
    ///
    /// - Throws: ``HimayaError/damagedLibrary(_:)`` alone.
    public init(of behavior: Behavior) throws(HimayaError) {
        self.init(try translated { try meaningOfBehavior(behavior: behavior.ffi) })
    }

    /// What a stage means.
    ///
    /// - Throws: ``HimayaError/damagedLibrary(_:)`` alone.
    public init(of stage: Stage) throws(HimayaError) {
        self.init(try translated { try meaningOfStage(stage: stage.ffi) })
    }

    private init(_ ffi: HimayaFFI.Meaning) {
        slug = ffi.slug
        definition = ffi.definition
        matters = ffi.matters
        limits = ffi.limits
        sources = ffi.sources.map(Publication.init)
        severity = Int(ffi.leastSeverity)...Int(max(ffi.leastSeverity, ffi.gravestSeverity))
        riskClass = RiskClass(ffi.riskClass)
        outside = ffi.outside.map(OutsideWord.init)
    }
}

/// What a word rests on.
public struct Publication: Sendable, Hashable {
    /// Title.
    public let title: String
    /// Who wrote it.
    public let authors: String
    /// When.
    public let year: Int

    init(_ ffi: HimayaFFI.Publication) {
        title = ffi.title
        authors = ffi.authors
        year = Int(ffi.year)
    }
}

/// The word of another vocabulary for one of ours.
public struct OutsideWord: Sendable, Hashable {
    /// Whose vocabulary, as a slug.
    public let standard: String
    /// The word there.
    public let value: String
    /// How it relates to ours.
    public let relation: MappingRelation
    /// Where the two differ.
    public let note: String?

    init(_ ffi: HimayaFFI.OutsideWord) {
        standard = ffi.standard
        value = ffi.value
        relation = MappingRelation(ffi.relation)
        note = ffi.note
    }
}

/// What a reason code says. In English.
public struct ReasonMeaning: Sendable, Hashable {
    /// The code, or the pattern that it is of (`{language}.{rule}`).
    public let pattern: String
    /// Where it stands.
    public let kind: ReasonKind
    /// What it says.
    public let definition: String
    /// What it does not say.
    public let limits: [String]
    /// Files of Himaya's repository and commands that give the measured error rate.
    public let measured: [String]

    /// What a reason code or a status reason says; nil for what is of no known form. Whether a guard has a
    /// rule of that name, ``Guard/rule(of:)`` says.
    ///
    /// - Throws: ``HimayaError/damagedLibrary(_:)`` alone.
    public init?(of code: String) throws(HimayaError) {
        guard let ffi = try translated({ try meaningOfReason(code: code.bounded) }) else { return nil }
        pattern = ffi.pattern
        kind = ReasonKind(ffi.kind)
        definition = ffi.definition
        limits = ffi.limits
        measured = ffi.measured
    }
}

/// What an indicator rule looks for.
public struct RuleMeaning: Sendable, Hashable {
    /// Code of the language that it is written for.
    public let language: String
    /// The behaviour that it shows; nil for a rule of a category as a whole.
    public let behavior: Behavior?
    /// The category of its findings.
    public let category: Category
    /// The severity of its findings, 0 to 7.
    public let severity: Int
    /// Whether it warns by itself.
    public let decisive: Bool

    init(_ ffi: HimayaFFI.RuleMeaning) {
        language = ffi.language
        behavior = ffi.behavior.map(Behavior.init)
        category = Category(ffi.category)
        severity = Int(ffi.severity)
        decisive = ffi.decisive
    }
}

extension Guard {
    /// What the indicator rule of a reason code looks for; nil for a code that names none of this guard's
    /// rules.
    public func rule(of code: String) -> RuleMeaning? {
        ffi.rule(code: code.bounded).map(RuleMeaning.init)
    }
}
