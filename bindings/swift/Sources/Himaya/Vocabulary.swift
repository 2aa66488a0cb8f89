// Raw values are the names that all of Himaya's languages share.

/// Age of the protected person, in the bands of the ICO Children's Code.
public enum AgeBand: String, Sendable, Hashable, CaseIterable, Codable {
    /// Up to 5 years.
    case from0To5 = "0-5"
    /// 6 to 9 years.
    case from6To9 = "6-9"
    /// 10 to 12 years.
    case from10To12 = "10-12"
    /// 13 to 15 years.
    case from13To15 = "13-15"
    /// 16 and 17 years.
    case from16To17 = "16-17"
    /// 18 years and older.
    case adult
}

/// Who wrote a message, seen from the protected child.
public enum Role: String, Sendable, Hashable, CaseIterable, Codable {
    /// The protected child.
    case protected
    /// Whoever the child talks to.
    case counterpart
}

/// What was looked at.
public enum InputType: String, Sendable, Hashable, CaseIterable, Codable {
    /// A chat message.
    case message
    /// A picture.
    case image
    /// A video or livestream.
    case stream
}

/// What to do, from nothing to the strongest.
public enum Action: String, Sendable, Hashable, CaseIterable, Codable {
    /// Let it pass.
    case allow
    /// Show a sign, and help.
    case indicate
    /// Cover it; it may be uncovered where the policy permits.
    case blur
    /// Stop and ask first.
    case interrupt
    /// Do not let it through.
    case mute
}

/// Who found something.
public enum Origin: String, Sendable, Hashable, CaseIterable, Codable {
    /// An indicator rule.
    case rule
    /// A model.
    case model
    /// Both agree.
    case both
}

/// How much of the input was looked at.
public enum Status: String, Sendable, Hashable, CaseIterable, Codable {
    /// All of it, by everything that is configured.
    case complete
    /// A part of it, or not by everything; ``Assessment/statusReasons`` says which.
    case degraded
    /// None of it; the policy's `on_failure` decided the action.
    case failed
}

/// Why an assessment is degraded or failed.
public enum StatusReason: String, Sendable, Hashable, CaseIterable, Codable {
    /// The message is longer than the limit; the rest was not read.
    case messageTruncated = "message_truncated"
    /// The picture could not be read or classified.
    case imageUnreadable = "image_unreadable"
    /// The model could not be loaded or run.
    case modelUnavailable = "model_unavailable"
    /// The message could not be read.
    case messageUnreadable = "message_unreadable"
    /// What was kept of the conversation is damaged; it begins anew.
    case conversationDamaged = "conversation_damaged"
    /// The store of conversations cannot be read or written.
    case storeUnavailable = "store_unavailable"
    /// The video could not be read.
    case videoUnreadable = "video_unreadable"
    /// Frames of the stream or animation were left out that a bound forbade to look at.
    case framesSkipped = "frames_skipped"
}

/// The kind of harm that a finding is about.
public enum Category: String, Sendable, Hashable, CaseIterable, Codable {
    /// An approach that prepares abuse.
    case grooming
    /// Blackmail with pictures or secrets.
    case sextortion
    /// Sexual content in text.
    case sexualContent = "sexual_content"
    /// Bullying.
    case bullying
    /// The child may be about to hurt themselves, or is in distress.
    case selfHarm = "self_harm"
    /// Somebody pushes the child to hurt themselves or others.
    case coercion
    /// Personal information on its way out.
    case personalInfo = "personal_info"
    /// A picture on a list of known pictures.
    case knownImage = "known_image"
    /// A picture that the classifier holds for sexual.
    case sensitiveImage = "sensitive_image"
}

/// Grooming stages of the public CAC ontology (Project VIC International).
public enum Stage: String, Sendable, Hashable, CaseIterable, Codable {
    /// First contact and getting to know.
    case initialContact = "initial_contact"
    /// Winning trust.
    case trustBuilding = "trust_building"
    /// Separating the child from protection.
    case isolation
    /// Making the child depend on the contact.
    case dependencyCreation = "dependency_creation"
    /// Lowering boundaries.
    case sexualIntroduction = "sexual_introduction"
    /// Keeping the contact going.
    case maintenance
    /// Controlling by threat.
    case control
}

/// Who the counterpart is to the child, as far as the host knows.
public enum Relation: String, Sendable, Hashable, CaseIterable, Codable {
    /// The host does not know.
    case unknown
    /// Nobody whom the child has to do with: no contact of theirs, met here.
    case stranger
    /// On the child's list of contacts.
    case known
    /// Family.
    case family
    /// Of the child's school.
    case school
}

extension AgeBand {
    /// The band of somebody who is so many years old.
    public init(years: Int) {
        self = switch years {
        case ...5: .from0To5
        case ...9: .from6To9
        case ...12: .from10To12
        case ...15: .from13To15
        case ...17: .from16To17
        default: .adult
        }
    }
}

extension AgeBand: Comparable {
    /// Younger before older.
    public static func < (one: Self, other: Self) -> Bool { rank(one) < rank(other) }
}

extension Action: Comparable {
    /// Weaker before stronger.
    public static func < (one: Self, other: Self) -> Bool { rank(one) < rank(other) }
}

extension Status: Comparable {
    /// What looked at more before what looked at less.
    public static func < (one: Self, other: Self) -> Bool { rank(one) < rank(other) }
}

func rank<Value: CaseIterable & Equatable>(_ value: Value) -> Int {
    Value.allCases.enumerated().first { $0.element == value }?.offset ?? 0
}
