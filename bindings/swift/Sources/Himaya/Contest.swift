internal import HimayaFFI

/// Why a person contests an assessment.
public enum ContestReason: String, Sendable, Hashable, CaseIterable, Codable {
    /// It is harmless.
    case harmless
    /// It comes from somebody whom the person knows.
    case knownPerson = "known_person"
    /// It was misread: another language, a game's or a group's own words.
    case wrongLanguage = "wrong_language"
    /// Another reason, or none.
    case other
}

/// How far contested outcomes may raise the thresholds of a policy, and of what.
public struct ContestRules: Sendable, Hashable {
    /// How far one day with contests, beyond those that are needed, raises a threshold: 0...1.
    public let step: Float
    /// How far they may be raised together: ``step`` to 0.3.
    public let maxRaise: Float
    /// Days with contests from which on a threshold is raised: 2 to 100.
    public let minContests: Int
    /// Days after which a contest counts half.
    public let halfLifeDays: Int
    /// What may be raised.
    public let categories: [Category]

    init(_ ffi: HimayaFFI.ContestRules) {
        step = ffi.step
        maxRaise = ffi.maxRaise
        minContests = Int(ffi.minContests)
        halfLifeDays = Int(ffi.halfLifeDays)
        categories = ffi.categories.map(Category.init)
    }
}

/// A threshold that contested outcomes have raised.
public struct Leniency: Sendable, Hashable {
    /// The category.
    public var category: Category
    /// By how much its thresholds are raised, 0...0.3.
    public var raisedBy: Float

    /// A raise.
    public init(_ category: Category, raisedBy: Float) {
        self.category = category
        self.raisedBy = raisedBy
    }

    init(_ ffi: HimayaFFI.Leniency) {
        self.init(Category(ffi.category), raisedBy: ffi.raisedBy)
    }

    var ffi: HimayaFFI.Leniency {
        HimayaFFI.Leniency(category: category.ffi, raisedBy: raisedBy)
    }
}

/// What a contest changed.
public struct Contested: Sendable, Hashable {
    /// Of what the warning was; nil if it was about what could not be looked at.
    public let category: Category?
    /// Whether it had been contested before; nothing changed then.
    public let repeated: Bool
    /// How far thresholds are raised from now on, of all categories: tell the person.
    public let leniency: [Leniency]

    init(_ ffi: HimayaFFI.Contested) {
        category = ffi.category.map(Category.init)
        repeated = ffi.repeated
        leniency = ffi.leniency.map(Leniency.init)
    }
}
