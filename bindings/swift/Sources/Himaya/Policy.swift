internal import HimayaFFI

/// What to do when something cannot be checked.
public enum OnFailure: String, Sendable, Hashable, CaseIterable, Codable {
    /// Let it pass, and say that it was not checked.
    case open
    /// Cover or interrupt, and say that it was not checked.
    case closed
}

/// Which findings call for which action. Does not change. A guard takes ``json()`` as its policy.
public struct Policy: Sendable, Hashable {
    let ffi: HimayaFFI.Policy
    private let written: String

    init(_ ffi: HimayaFFI.Policy) throws(HimayaError) {
        self.ffi = ffi
        written = try translated { try ffi.toJson() }
    }

    /// Reads the name of a preset (`child`, `teen`, `adult`, `school`), or a policy as TOML or JSON.
    ///
    /// - Throws: ``HimayaError/policy(_:)`` when it does not hold; it names line or row.
    public init(_ text: String) throws(HimayaError) {
        try self.init(try translated { try HimayaFFI.Policy(text: text.bounded) })
    }

    /// What a person of this age starts from: `child` up to 12, `teen` to 17, `adult`.
    ///
    /// - Throws: ``HimayaError/policy(_:)`` only if the library is damaged.
    public init(presetFor age: AgeBand) throws(HimayaError) {
        try self.init(try translated { try HimayaFFI.Policy.preset(age: age.ffi) })
    }

    /// Its name, for reports.
    public var name: String { ffi.name() }

    /// Its version, for reports and locks.
    public var version: Int { Int(ffi.version()) }

    /// SHA-256 of what it decides, as hex digits, whatever contests have raised.
    public var sha256: String { ffi.sha256() }

    /// What to do when something cannot be checked.
    public var onFailure: OnFailure { OnFailure(ffi.onFailure()) }

    /// How much people are told.
    public var intervention: InterventionLevel { InterventionLevel(ffi.intervention()) }

    /// Whether the child must be able to see that messages are looked at.
    public var monitoringNotice: Bool { ffi.monitoringNotice() }

    /// The rows as they are written, with the reason of each.
    public var rows: [PolicyRow] { ffi.rows().map(PolicyRow.init) }

    /// The ages that the policy is for: those of the preset that it is, else those that its rows name,
    /// all if they name none.
    public var ages: [AgeBand] { ffi.ages().map(AgeBand.init) }

    /// What contests of outcomes may change; nil if nothing.
    public var contestRules: ContestRules? { ffi.contestRules().map(ContestRules.init) }

    /// Thresholds that contests have raised.
    public var leniency: [Leniency] { ffi.leniency().map(Leniency.init) }

    /// The policy with the thresholds of some categories raised, in place of earlier raises.
    ///
    /// - Throws: ``HimayaError/policy(_:)`` when that is more than ``contestRules`` permit.
    public func with(_ leniency: [Leniency]) throws(HimayaError) -> Policy {
        try Policy(try translated { try ffi.withLeniency(leniency: leniency.map(\.ffi)) })
    }

    /// How long a young person of this age may tell something first before a guardian's digest shows it.
    public func delay(for age: AgeBand) -> DelayHours { DelayHours(ffi.delay(age: age.ffi)) }

    /// What is in force for an age, by category, the strongest action first.
    public func table(for age: AgeBand) -> [Threshold] {
        ffi.table(age: age.ffi).map(Threshold.init)
    }

    /// What may not be meant, for people of these ages; of those that the policy is for if none are
    /// given.
    public func concerns(for ages: [AgeBand]? = nil) -> [PolicyConcern] {
        ffi.concerns(ages: ages?.map(\.ffi)).map(PolicyConcern.init)
    }

    /// What changes when `after` takes the place of this policy. Rows are compared by what they decide,
    /// not by how they are written.
    public func diff(to after: Policy) -> PolicyDiff { PolicyDiff(ffi.diff(after: after.ffi)) }

    /// Settles on this policy. Leniency that contests bring later within its bounds does not break the
    /// lock.
    public func lock(by who: LockedBy = .guardian) -> PolicyLock {
        PolicyLock(ffi.lock(by: who.ffi))
    }

    /// The JSON form, indented.
    public func json() -> String { written }

    /// Whether both say the same.
    public static func == (one: Self, other: Self) -> Bool { one.written == other.written }

    /// Hashes what it says.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(written)
    }
}

extension Policy: CustomStringConvertible {
    /// Name and version.
    public var description: String { "Policy(\(name) \(version))" }
}

/// A row of a policy: from which strength on a category calls for which action.
public struct PolicyRow: Sendable, Hashable {
    /// The category.
    public let category: Category
    /// The age bands that it is for; empty for all.
    public let ages: [AgeBand]
    /// 0...1: the conversation's risk for contact categories, the finding's score for others.
    public let at: Float
    /// Findings below this severity are left alone.
    public let minSeverity: Int
    /// What to do.
    public let action: Action
    /// Why, for people; may be empty.
    public let reason: String

    init(_ ffi: HimayaFFI.PolicyRow) {
        category = Category(ffi.category)
        ages = ffi.ages.map(AgeBand.init)
        at = ffi.at
        minSeverity = Int(ffi.minSeverity)
        action = Action(ffi.action)
        reason = ffi.reason
    }
}

/// From where on a category calls for an action, for one age.
public struct Threshold: Sendable, Hashable {
    /// The category.
    public let category: Category
    /// 0...1: the conversation's risk for contact categories, the finding's score for others.
    public let at: Float
    /// Findings below this severity are left alone.
    public let minSeverity: Int
    /// What to do.
    public let action: Action

    init(_ ffi: HimayaFFI.Threshold) {
        category = Category(ffi.category)
        at = ffi.at
        minSeverity = Int(ffi.minSeverity)
        action = Action(ffi.action)
    }
}
