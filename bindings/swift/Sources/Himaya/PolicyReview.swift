internal import HimayaFFI

/// A kind of doubt about a policy that is valid.
public enum PolicyConcernKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// A row that no finding can ever decide.
    case idleRow = "idle_row"
    /// A category about which nothing is done for a minor.
    case uncovered
    /// What could not be checked is let through for a minor.
    case failsOpen = "fails_open"
    /// A minor is not told that messages are looked at.
    case noNotice = "no_notice"
    /// A minor is told nothing.
    case silent
    /// A younger band is treated more laxly than an older one.
    case youngerIsLaxer = "younger_is_laxer"
}

/// Which way a change goes, for the protected person.
public enum Shift: String, Sendable, Hashable, CaseIterable, Codable {
    /// More is done.
    case stricter
    /// Less is done.
    case laxer
    /// More of some, less of other.
    case mixed
    /// Only words or numbers that decide nothing.
    case neutral
}

/// A doubt about a policy that is valid.
public struct PolicyConcern: Sendable, Hashable {
    /// What kind.
    public let kind: PolicyConcernKind
    /// Row, from 1, if it is about one.
    public let row: Int?
    /// What is doubtful, and what would be right.
    public let message: String

    init(_ ffi: HimayaFFI.PolicyConcern) {
        kind = PolicyConcernKind(ffi.kind)
        row = ffi.row.map { Int($0) }
        message = ffi.message
    }
}

/// What changes from one policy to another.
public struct PolicyDiff: Sendable, Hashable {
    /// Which way the change as a whole goes; ``Shift/neutral`` if nothing changes.
    public let shift: Shift
    /// Changed settings.
    public let settings: [SettingChange]
    /// Changed decisions.
    public let rows: [RowChange]

    init(_ ffi: HimayaFFI.PolicyDiff) {
        shift = Shift(ffi.shift)
        settings = ffi.settings.map(SettingChange.init)
        rows = ffi.rows.map(RowChange.init)
    }

    /// Whether nothing changes.
    public var isEmpty: Bool { settings.isEmpty && rows.isEmpty }
}

/// A setting that changes.
public struct SettingChange: Sendable, Hashable {
    /// Its field.
    public let field: String
    /// Its value before.
    public let before: String
    /// Its value after.
    public let after: String
    /// Which way it goes.
    public let shift: Shift

    init(_ ffi: HimayaFFI.SettingChange) {
        field = ffi.field
        before = ffi.before
        after = ffi.after
        shift = Shift(ffi.shift)
    }
}

/// Decisions about a category that change for some ages.
public struct RowChange: Sendable, Hashable {
    /// The category.
    public let category: Category
    /// The ages for which they change in this way.
    public let ages: [AgeBand]
    /// From where on what was done.
    public let before: [Threshold]
    /// From where on what is done.
    public let after: [Threshold]
    /// Which way it goes.
    public let shift: Shift

    init(_ ffi: HimayaFFI.RowChange) {
        category = Category(ffi.category)
        ages = ffi.ages.map(AgeBand.init)
        before = ffi.before.map(Threshold.init)
        after = ffi.after.map(Threshold.init)
        shift = Shift(ffi.shift)
    }
}
