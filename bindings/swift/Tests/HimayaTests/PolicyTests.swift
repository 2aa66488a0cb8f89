import Foundation
import Testing

@testable import Himaya

/// What policies do, what changes between them, and locks on them.
@Suite struct PolicyTests {
    @Test("presets hold and come back from JSON", arguments: ["child", "teen", "adult", "school"])
    func presets(name: String) throws {
        let policy = try Policy(name)
        let again = try Policy(policy.json())
        #expect(policy.name == name && again == policy && again.hashValue == policy.hashValue)
        #expect(policy.concerns().isEmpty && policy.diff(to: again).isEmpty)
        #expect(policy.diff(to: again).shift == .neutral)
        #expect(policy.rows.allSatisfy { !$0.reason.isEmpty } && policy.sha256.count == 64)
        #expect("\(policy)" == "Policy(\(name) \(policy.version))")
    }

    @Test("a policy says what is in force for an age")
    func table() throws {
        let policy = try Policy(presetFor: .from10To12)
        #expect(policy.name == "child" && policy.onFailure == .closed)
        #expect(policy.monitoringNotice && policy.intervention == .descriptive)
        #expect(policy.ages == [.from0To5, .from6To9, .from10To12])
        let table = policy.table(for: .from10To12)
        #expect(Set(table.map(\.category)) == Set(Category.allCases))
        let grooming = table.filter { $0.category == .grooming }.map(\.action)
        #expect(!grooming.isEmpty && grooming == grooming.sorted(by: >))
        #expect(table.allSatisfy { (0...1).contains($0.at) && (0...7).contains($0.minSeverity) })
    }

    @Test("a policy says how long a young person may tell something first")
    func delay() throws {
        let teen = try Policy("teen")
        let delay = teen.delay(for: .from13To15)
        #expect(delay.calm >= delay.soon && delay.soon >= delay.today && delay.today >= delay.now)
        #expect(delay.calm > 0)
        #expect(try Policy("child").delay(for: .from6To9).now == 0)
        let recorded = try #require(DigestBuilder(delay: delay).record(try threat(), at: monday))
        #expect(recorded.urgency == .now && recorded.waitHours == Int(delay.now))
    }

    @Test("concerns name what may not be meant")
    func concerns() throws {
        let own = "schema_version = 1\nname = \"own\"\nversion = 2\non_failure = \"open\"\nrows = []\n"
        let policy = try Policy(own)
        #expect(policy.onFailure == .open && policy.version == 2 && policy.ages == AgeBand.allCases)
        let concerns = policy.concerns(for: [.from6To9])
        #expect(Set(concerns.map(\.kind)).isSuperset(of: [.failsOpen, .noNotice, .uncovered]))
        #expect(concerns.allSatisfy { !$0.message.isEmpty && $0.row == nil })
        #expect(policy.concerns(for: [.adult]).isEmpty)
    }

    @Test(
        "what is no policy is refused, and why",
        arguments: [
            ("nonsense", "line 1"), ("schema_version = 9", "line 1"),
            ("schema_version = 1\nname = \"O!\"\nversion = 2\non_failure = \"open\"\nrows = []\n", "small letters"),
        ])
    func refused(text: String, why: String) throws {
        let error = try #require(thrown { try Policy(text) })
        #expect(error == .policy(error.message) && error.message.contains(why), "\(error)")
    }

    @Test("a diff says which way each change goes")
    func diff() throws {
        let (child, adult) = (try Policy("child"), try Policy("adult"))
        let diff = child.diff(to: adult)
        #expect(!diff.isEmpty && diff.shift == .laxer && adult.diff(to: child).shift == .stricter)
        #expect(Set(diff.settings.map(\.field)).isSuperset(of: ["name", "on_failure"]))
        let failure = try #require(diff.settings.first { $0.field == "on_failure" })
        #expect(failure.before != failure.after && failure.shift == .laxer)
        #expect(!diff.rows.isEmpty)
        for row in diff.rows {
            #expect(row.shift == .laxer && !row.ages.isEmpty && row.before != row.after)
            #expect((row.before + row.after).allSatisfy { $0.category == row.category })
        }
    }

    @Test("a lock refuses every other policy")
    func lock() throws {
        let policy = try Policy("school")
        let lock = policy.lock(by: .school)
        let again = try PolicyLock(json: lock.json())
        #expect(again == lock && lock != policy.lock(by: .guardian))
        #expect(again.by == .school && again.name == "school" && again.version == policy.version)
        #expect(again.sha256 == policy.sha256)
        try again.check(policy)
        let error = try #require(thrown { try again.check(try Policy("adult")) })
        #expect(error == .policyLocked(error.message))
        #expect(error.message.contains("the school locked policy `school`"), "\(error)")
        let none = try #require(thrown { try PolicyLock(json: "{}") })
        #expect(none == .policy(none.message))
    }

    @Test("a guard that is made with a lock refuses every other policy")
    func lockedGuard() throws {
        let policy = try Policy("school")
        let lock = policy.lock(by: .school).json()
        _ = try Guard(
            Guard.Configuration(policy: policy.json(), policyLock: lock, textModel: .rulesAlone))
        let error = try #require(thrown {
            try Guard(Guard.Configuration(policy: "adult", policyLock: lock, textModel: .rulesAlone))
        })
        #expect(error == .policy(error.message))
    }

    @Test("leniency stays within the policy's bounds and does not break the lock")
    func leniency() throws {
        let teen = try Policy("teen")
        let rules = try #require(teen.contestRules)
        let category = try #require(rules.categories.first)
        #expect(teen.leniency.isEmpty && rules.minContests >= 2 && rules.halfLifeDays > 0)
        let relaxed = try teen.with([Leniency(category, raisedBy: rules.maxRaise)])
        #expect(relaxed.leniency == [Leniency(category, raisedBy: rules.maxRaise)])
        #expect(relaxed.sha256 == teen.sha256 && relaxed != teen)
        try teen.lock().check(relaxed)
        let error = try #require(thrown { try teen.with([Leniency(.sextortion, raisedBy: 0.1)]) })
        #expect(error == .policy(error.message) && error.message.contains("permits 0"), "\(error)")
    }
}
