internal import HimayaFFI

/// Who locks a policy.
public enum LockedBy: String, Sendable, Hashable, CaseIterable, Codable {
    /// A parent or whoever stands in for one.
    case guardian
    /// A school, for its devices.
    case school
    /// The app or platform.
    case platform
}

/// What a guardian settled: exactly this policy. It detects an exchange; that the child's account cannot
/// write the lock itself is the host's part. A guard takes ``json()`` as its policy lock.
public struct PolicyLock: Sendable, Hashable {
    private let ffi: HimayaFFI.PolicyLock

    init(_ ffi: HimayaFFI.PolicyLock) {
        self.ffi = ffi
    }

    /// Reads the JSON form.
    ///
    /// - Throws: ``HimayaError/policy(_:)`` when it is not JSON, has other fields or is of another
    ///   version.
    public init(json: String) throws(HimayaError) {
        ffi = try translated { try HimayaFFI.PolicyLock(json: json.bounded) }
    }

    /// Who locked it.
    public var by: LockedBy { LockedBy(ffi.by()) }

    /// Name of the policy.
    public var name: String { ffi.name() }

    /// Its version.
    public var version: Int { Int(ffi.version()) }

    /// SHA-256 of what it decides, as hex digits.
    public var sha256: String { ffi.sha256() }

    /// Does nothing if this is the policy that was locked.
    ///
    /// - Throws: ``HimayaError/policyLocked(_:)`` when it is another.
    public func check(_ policy: Policy) throws(HimayaError) {
        try translated { try ffi.check(policy: policy.ffi) }
    }

    /// The JSON form, indented.
    public func json() -> String { ffi.toJson() }

    /// Whether both lock the same.
    public static func == (one: Self, other: Self) -> Bool { one.json() == other.json() }

    /// Hashes what it locks.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(json())
    }
}

extension PolicyLock: CustomStringConvertible {
    /// Which policy, and who locked it.
    public var description: String { "PolicyLock(\(name) \(version) by \(by))" }
}
