import Foundation
internal import HimayaFFI

/// A report on a period, of one device or of many: counts, error rates and the method written out, no
/// content. Does not change.
public struct TransparencyReport: Sendable {
    private let ffi: HimayaFFI.TransparencyReport

    /// How much a report may tell of a single device.
    public enum Sharing: Sendable, Hashable {
        /// Every count as it is.
        case exact
        /// Counts from 1 to one less than this are left out, so that nobody can be recognised.
        case atLeast(UInt32)
        /// Noise in each device's counts (differential privacy); needs a first and a last week that do not
        /// depend on the ledgers. `epsilon` for each device, 0.001 to 10, where 1 is usual;
        /// `boundPerDevice` is what the counts of one device may add up to at most, 20 to 200 as a rule.
        case noised(epsilon: Double, boundPerDevice: UInt32 = 50)

        fileprivate var ffi: HimayaFFI.Sharing {
            switch self {
            case .exact: .exact
            case .atLeast(let threshold): .atLeast(threshold: threshold)
            case .noised(let epsilon, let bound): .noised(epsilon: epsilon, boundPerDevice: bound)
            }
        }
    }

    /// A report on ledgers, one of each device, under a policy. Weeks are those of ISO 8601 (`2026-W48`);
    /// without, the first and the last that something was counted in. `language` of text and page: `en` or
    /// `ar`.
    ///
    /// - Throws: ``HimayaError/transparency(_:)`` when nothing was counted and no period is given, the
    ///   period ends before it begins, there is no such language, a week or epsilon is none, or noise is
    ///   asked for without a period.
    public init(
        on ledgers: [Ledger], policy: Policy, firstWeek: String? = nil, lastWeek: String? = nil,
        language: String = "en", sharing: Sharing = .exact, at time: Date = Date()
    ) throws(HimayaError) {
        let request = HimayaFFI.ReportRequest(
            firstWeek: firstWeek?.bounded, lastWeek: lastWeek?.bounded, language: language.bounded,
            sharing: sharing.ffi)
        ffi = try translated {
            try HimayaFFI.TransparencyReport(
                ledgers: ledgers.map(\.ffi), policy: policy.ffi, time: milliseconds(time),
                request: request)
        }
    }

    /// Of which weeks.
    public var weeks: Weeks { Weeks(ffi.weeks()) }

    /// Of how many devices.
    public var devices: Int { Int(ffi.devices()) }

    /// What was counted.
    public var total: Tally { Tally(ffi.total()) }

    /// What was counted by category, of those of which anything was.
    public var byCategory: [Category: Tally] {
        Dictionary(ffi.byCategory().map { (Category($0.category), Tally($0.tally)) }) { $1 }
    }

    /// For programs, as `docs/schemas/transparency-report.schema.json` says.
    public func json() -> String { ffi.toJson() }

    /// For people: one page that needs nothing else and lets nothing be loaded.
    ///
    /// - Throws: ``HimayaError/transparency(_:)`` only if the library is damaged.
    public func html() throws(HimayaError) -> String { try translated { try ffi.toHtml() } }
}

extension TransparencyReport: CustomStringConvertible {
    /// Of which weeks, and of how many devices.
    public var description: String {
        "TransparencyReport(\(weeks.first) to \(weeks.last), devices: \(devices))"
    }
}

/// Counters. They saturate; below zero only where noise was added on purpose.
public struct Tally: Sendable, Hashable {
    /// Looked at: messages, pictures, streams.
    public let scanned: Int64
    /// Something was found, be it ever so mild.
    public let signalled: Int64
    /// The policy asked for something: a sign at least.
    public let warned: Int64
    /// The policy asked for more than a sign: covered, interrupted or muted.
    public let acted: Int64
    /// A person uncovered it, or sent it nonetheless.
    public let overridden: Int64
    /// A person said that the warning was wrong.
    public let contested: Int64
    /// Not looked at as a whole, or not by everything.
    public let degraded: Int64
    /// Could not be looked at.
    public let failed: Int64

    init(_ ffi: HimayaFFI.Tally) {
        scanned = ffi.scanned
        signalled = ffi.signalled
        warned = ffi.warned
        acted = ffi.acted
        overridden = ffi.overridden
        contested = ffi.contested
        degraded = ffi.degraded
        failed = ffi.failed
    }
}
