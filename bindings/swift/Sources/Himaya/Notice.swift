internal import HimayaFFI

/// Who is spoken to.
public enum Reader: String, Sendable, Hashable, CaseIterable, Codable {
    /// The child to whom something was sent.
    case approached
    /// The child who is about to send something.
    case sending
    /// The person whose own message was flagged.
    case author
    /// Whoever cares for the child.
    case guardian
}

/// Grammatical gender in which a person is addressed.
public enum Gender: String, Sendable, Hashable, CaseIterable, Codable {
    /// As a girl or woman.
    case feminine
    /// As a boy or man.
    case masculine
    /// Neither, or the host does not know: as the language's child helplines do.
    case other
}

/// How much people are told when something is found.
public enum InterventionLevel: String, Sendable, Hashable, CaseIterable, Codable {
    /// Nothing is done and nothing is said; what was found is still in the assessment.
    case disabled
    /// What is going on, and one thing to do.
    case simple
    /// Also why, and what it means.
    case descriptive
}

/// How a person is addressed; the guardian by the age of the child.
public struct Addressee: Sendable, Hashable {
    /// Age; nil if unknown, which the other side's usually is.
    public var age: AgeBand?
    /// Grammatical gender.
    public var gender: Gender

    /// Somebody.
    public init(age: AgeBand? = nil, gender: Gender = .other) {
        self.age = age
        self.gender = gender
    }

    var ffi: HimayaFFI.Addressee { HimayaFFI.Addressee(age: age?.ffi, gender: gender.ffi) }
}

/// What a person is told: what is going on, why if that is wanted, and one thing to do.
public struct Notice: Sendable, Hashable {
    /// The key of the message, such as ``Assessment/messageKey``.
    public let key: String
    /// What is going on; one line.
    public let title: String
    /// Why, and what it means; at ``InterventionLevel/descriptive`` alone.
    public let body: String?
    /// One thing to do next; short enough for a button.
    public let step: String
    /// BCP 47 code of the language of all three: that of the messages, or `en` where it lacks one of
    /// them.
    public let language: String
    /// Whether they are written from right to left.
    public let rightToLeft: Bool

    init(_ ffi: HimayaFFI.Notice) {
        key = ffi.key
        title = ffi.title
        body = ffi.body
        step = ffi.step
        language = ffi.language
        rightToLeft = ffi.rightToLeft
    }
}

/// A text and what to do about it.
public struct TextAndStep: Sendable, Hashable {
    /// What is going on.
    public let text: String
    /// One thing to do next.
    public let step: String

    init(_ ffi: HimayaFFI.TextAndStep) {
        text = ffi.text
        step = ffi.step
    }
}

/// A text with a title.
public struct TitleAndText: Sendable, Hashable {
    /// One line.
    public let title: String
    /// What it means.
    public let text: String
}
