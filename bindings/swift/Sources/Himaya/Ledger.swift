import Foundation
internal import HimayaFFI

/// Counts of what was assessed, by week, and the latest assessments that called for an action, so that a
/// person can contest them. Holds no content, no names, no times finer than a day. At most two years,
/// 512 assessments and 4 MB. May be used on any thread; calls wait for each other.
public final class Ledger: Sendable {
    let ffi: HimayaFFI.Ledger

    /// An empty one.
    public init() {
        ffi = HimayaFFI.Ledger()
    }

    /// Goes on with what ``json()`` gave.
    ///
    /// - Throws: ``HimayaError/ledger(_:)`` when it is not that, or of another version; it never repeats
    ///   what stands there.
    public init(json: String) throws(HimayaError) {
        ffi = try translated { try HimayaFFI.Ledger.fromJson(text: json.bounded) }
    }

    /// Counts an assessment. Gives the id by which a person can refer to it for 30 days, while it is among
    /// the latest 512 that called for an action.
    ///
    /// - Throws: ``HimayaError/ledger(_:)`` when the system has no random numbers; nothing is counted then.
    @discardableResult
    public func record(
        _ assessment: Assessment, at time: Date = Date()
    ) throws(HimayaError) -> String {
        try translated {
            try ffi.record(assessment: assessment.ffi, time: milliseconds(time))
        }
    }

    /// Notes that a person uncovered what was covered, or sent it nonetheless. Gives whether that is new.
    ///
    /// - Throws: ``HimayaError/contest(_:)`` when no assessment with this id that called for an action is
    ///   kept.
    @discardableResult
    public func overridden(_ id: String) throws(HimayaError) -> Bool {
        try translated { try ffi.overridden(id: id.bounded) }
    }

    /// Takes in that a person holds an assessment for wrong. The second time changes nothing.
    ///
    /// - Throws: ``HimayaError/contest(_:)`` when no assessment with this id that called for an action is
    ///   kept, or it is older than 30 days.
    @discardableResult
    public func contest(
        _ id: String, _ reason: ContestReason, under policy: Policy, at time: Date = Date()
    ) throws(HimayaError) -> Contested {
        Contested(
            try translated {
                try ffi.contest(
                    id: id.bounded, reason: reason.ffi, time: milliseconds(time), policy: policy.ffi)
            })
    }

    /// How far thresholds may be raised at a time, of those categories whose may.
    public func leniency(under policy: Policy, at time: Date = Date()) -> [Leniency] {
        ffi.leniency(policy: policy.ffi, time: milliseconds(time)).map(Leniency.init)
    }

    /// The policy as lenient as contests have made it at a time, within its own bounds.
    ///
    /// - Throws: ``HimayaError/fault(_:)`` alone.
    public func relaxed(_ policy: Policy, at time: Date = Date()) throws(HimayaError) -> Policy {
        try Policy(
            try translated { try ffi.relaxed(policy: policy.ffi, time: milliseconds(time)) })
    }

    /// The assessments that a person may still refer to, oldest first.
    public var recent: [RecentAssessment] { ffi.recent().map(RecentAssessment.init) }

    /// The weeks from the first to the last that something was counted in; nil where nothing was.
    public var weeks: Weeks? { ffi.weeks().map(Weeks.init) }

    /// Adds the counts of another ledger of the same person, from another device. Adding the same one
    /// twice counts twice.
    public func merge(_ other: Ledger) { ffi.merge(other: other.ffi) }

    /// What to keep: counts, no content.
    public func json() -> String { ffi.toJson() }
}

/// An assessment that a person may still refer to.
public struct RecentAssessment: Sendable, Hashable, Identifiable {
    /// By what it is referred to: 32 hex digits that say nothing.
    public let id: String
    /// What was found; that of the finding which called for the action first.
    public let categories: [Category]
    /// What the policy asked for.
    public let action: Action

    init(_ ffi: HimayaFFI.RecentAssessment) {
        id = ffi.id
        categories = ffi.categories.map(Category.init)
        action = Action(ffi.action)
    }
}

/// The weeks from one to another, as ISO 8601 writes them (`2026-W48`).
public struct Weeks: Sendable, Hashable {
    /// The first.
    public let first: String
    /// The last.
    public let last: String

    init(_ ffi: HimayaFFI.Weeks) {
        first = ffi.first
        last = ffi.last
    }
}
