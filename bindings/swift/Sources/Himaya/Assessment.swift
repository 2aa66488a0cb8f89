internal import HimayaFFI

/// The result of looking at one message, picture or stream. Holds no content: it is safe to log.
public struct Assessment: Sendable, Hashable {
    let ffi: HimayaFFI.Assessment

    init(_ ffi: HimayaFFI.Assessment) {
        self.ffi = ffi
    }

    /// Version of the JSON form.
    public var schemaVersion: Int { Int(ffi.schemaVersion) }

    /// What was looked at.
    public var inputType: InputType { InputType(ffi.inputType) }

    /// What the policy says to do.
    public var action: Action { Action(ffi.action) }

    /// Whether everything was looked at.
    public var status: Status { Status(ffi.status) }

    /// Probability of harm, 0...1: of the conversation so far for messages, the strongest finding's
    /// for pictures, what several looks agree on for streams.
    public var risk: Float { ffi.risk }

    /// Whether the child must be able to see that messages are looked at.
    public var monitoringNoticeRequired: Bool { ffi.monitoringNoticeRequired }

    /// Probability that this message shows an indicator, 0...1, by rules and classifier together;
    /// nil without a text classifier.
    public var messageScore: Float? { ffi.messageScore }

    /// What was found, strongest first.
    public var findings: [Finding] { ffi.findings.map(Finding.init) }

    /// The strongest finding, nil where nothing was found.
    public var topFinding: Finding? { ffi.findings.first.map(Finding.init) }

    /// Why the status is not ``Status/complete``.
    public var statusReasons: [StatusReason] { ffi.statusReasons.map(StatusReason.init) }

    /// Which message the child or guardian may be shown.
    public var messageKey: String? { ffi.messageKey }

    /// Which message the other side may be shown.
    public var deterrenceKey: String? { ffi.deterrenceKey }

    /// Scores of the picture model's classes, 0...1, by the model's names; empty for messages.
    public var classScores: [String: Float] {
        Dictionary(ffi.classScores.map { ($0.className, $0.score) }, uniquingKeysWith: max)
    }

    /// Whether the policy would have asked for more, had contested outcomes not raised a threshold.
    public var relaxed: Bool { ffi.relaxed }

    /// The models that took part.
    public var models: [ModelReference] { ffi.models.map(ModelReference.init) }

    /// The rules that took part; nil for pictures.
    public var rulesetVersion: String? { ffi.rulesetVersion }

    /// The form that is the same in all of Himaya's languages; spans count UTF-16 units.
    public func json() -> String { ffi.toJson() }
}

extension Assessment: CustomStringConvertible {
    /// Action, risk, status and categories.
    public var description: String {
        let categories = ffi.findings.map { Category($0.category).rawValue }
        return "Assessment(action: \(action), risk: \(risk), status: \(status), findings: \(categories))"
    }
}

/// One thing that was found.
public struct Finding: Sendable, Hashable {
    /// The kind of harm.
    public let category: Category
    /// 0...1. For a message: how strongly this message points to the category. For a picture: the sum
    /// of the classes that make up the category; for a known picture 1 for the same hash, less 1/64
    /// for each differing bit.
    public let score: Float
    /// How bad it is if true, 0 (none) to 7 (gravest).
    public let severity: Int
    /// Who says so.
    public let origin: Origin
    /// The grooming stage that the strongest behaviour points to.
    public let stage: Stage?
    /// Behaviours with their scores, strongest first.
    public let behaviors: [BehaviorScore]
    /// Where in the message; empty for what the classifier says of the message as a whole.
    public let spans: [Span]
    /// Names of the rules or the model output behind it.
    public let reasonCodes: [String]

    init(_ ffi: HimayaFFI.Finding) {
        category = Category(ffi.category)
        score = ffi.score
        severity = Int(ffi.severity)
        origin = Origin(ffi.origin)
        stage = ffi.stage.map(Stage.init)
        behaviors = ffi.behaviors.map(BehaviorScore.init)
        spans = ffi.spans.map { Span(start: Int($0.start), end: Int($0.end)) }
        reasonCodes = ffi.reasonCodes
    }
}

/// A behaviour and how strongly it shows.
public struct BehaviorScore: Sendable, Hashable {
    /// The behaviour.
    public let behavior: Behavior
    /// 0...1; from 0.5 on it counts as a signal.
    public let score: Float

    init(_ ffi: HimayaFFI.BehaviorScore) {
        behavior = Behavior(ffi.behavior)
        score = ffi.score
    }
}

/// A model that took part in an assessment.
public struct ModelReference: Sendable, Hashable {
    /// Name of the model.
    public let name: String
    /// Its version.
    public let version: String
    /// SHA-256 of its file, as hex digits.
    public let sha256: String

    init(_ ffi: HimayaFFI.ModelRef) {
        name = ffi.name
        version = ffi.version
        sha256 = ffi.sha256
    }
}
