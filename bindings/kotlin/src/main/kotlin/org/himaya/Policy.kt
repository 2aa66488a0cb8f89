package org.himaya

import org.himaya.internal.mapped
import org.himaya.internal.toFfi
import org.himaya.internal.toPublic
import org.himaya.internal.translated
import org.himaya.internal.wellFormed
import org.himaya.internal.ffi.Policy as FfiPolicy
import org.himaya.internal.ffi.PolicyLock as FfiPolicyLock

/** What to do when something cannot be checked. */
public enum class OnFailure {
    /** Let it pass, and say that it was not checked. */
    OPEN,

    /** Cover or interrupt, and say that it was not checked. */
    CLOSED,
}

/** Who locks a policy. */
public enum class LockedBy {
    /** A parent or whoever stands in for one. */
    GUARDIAN,

    /** A school, for its devices. */
    SCHOOL,

    /** The app or platform. */
    PLATFORM,
}

/** Which way a change goes, for the protected person. */
public enum class Shift {
    /** More is done. */
    STRICTER,

    /** Less is done. */
    LAXER,

    /** More of some, less of other. */
    MIXED,

    /** Only words or numbers that decide nothing. */
    NEUTRAL,
}

/** A kind of doubt about a policy that is valid. */
public enum class PolicyConcernKind {
    /** A row that no finding can ever decide. */
    IDLE_ROW,

    /** A category about which nothing is done for a minor. */
    UNCOVERED,

    /** What could not be checked is let through for a minor. */
    FAILS_OPEN,

    /** A minor is not told that messages are looked at. */
    NO_NOTICE,

    /** A minor is told nothing. */
    SILENT,

    /** A younger band is treated more laxly than an older one. */
    YOUNGER_IS_LAXER,
}

/** A row of a policy: from which strength on a category calls for which action. */
public data class PolicyRow(
    /** The category. */
    val category: Category,
    /** The age bands that it is for; empty for all. */
    val ages: List<AgeBand>,
    /** 0..1: the conversation's risk for contact categories, the finding's score for others. */
    val at: Float,
    /** Findings below this severity are left alone. */
    val minSeverity: Int,
    /** What to do. */
    val action: Action,
    /** Why, for people; may be empty. */
    val reason: String,
)

/** From where on a category calls for an action, for one age. */
public data class Threshold(
    /** The category. */
    val category: Category,
    /** 0..1: the conversation's risk for contact categories, the finding's score for others. */
    val at: Float,
    /** Findings below this severity are left alone. */
    val minSeverity: Int,
    /** What to do. */
    val action: Action,
)

/** How far contested outcomes may raise the thresholds of a policy, and of what. */
public data class ContestRules(
    /** How far one day with contests, beyond those that are needed, raises a threshold: 0..1. */
    val step: Float,
    /** How far they may be raised together: [step] to 0.3. */
    val maxRaise: Float,
    /** Days with contests from which on a threshold is raised: 2 to 100. */
    val minContests: Int,
    /** Days after which a contest counts half. */
    val halfLifeDays: Int,
    /** What may be raised. */
    val categories: List<Category>,
)

/** A threshold that contested outcomes have raised. */
public data class Leniency(
    /** The category. */
    val category: Category,
    /** By how much its thresholds are raised, 0..0.3. */
    val raisedBy: Float,
)

/** A doubt about a policy that is valid. */
public data class PolicyConcern(
    /** What kind. */
    val kind: PolicyConcernKind,
    /** Row, from 1, if it is about one. */
    val row: Int?,
    /** What is doubtful, and what would be right. */
    val message: String,
)

/** What changes from one policy to another. */
public data class PolicyDiff(
    /** Which way the change as a whole goes; neutral if nothing changes. */
    val shift: Shift,
    /** Changed settings. */
    val settings: List<SettingChange>,
    /** Changed decisions. */
    val rows: List<RowChange>,
) {
    /** Whether nothing changes. */
    public fun isEmpty(): Boolean = settings.isEmpty() && rows.isEmpty()
}

/** A setting that changes. */
public data class SettingChange(
    /** Its field. */
    val field: String,
    /** Its value before. */
    val before: String,
    /** Its value after. */
    val after: String,
    /** Which way it goes. */
    val shift: Shift,
)

/** Decisions about a category that change for some ages. */
public data class RowChange(
    /** The category. */
    val category: Category,
    /** The ages for which they change in this way. */
    val ages: List<AgeBand>,
    /** From where on what was done. */
    val before: List<Threshold>,
    /** From where on what is done. */
    val after: List<Threshold>,
    /** Which way it goes. */
    val shift: Shift,
)

/**
 * Which findings call for which action. Does not change; may be used on any number of threads at
 * once. A guard takes [toJson] as [GuardConfig.policy].
 */
public class Policy internal constructor(internal val ffi: FfiPolicy) {
    /**
     * Reads the name of a preset (`child`, `teen`, `adult`, `school`), or a policy as TOML or JSON.
     *
     * @throws PolicyException when it does not hold; it names line or row.
     */
    @Throws(PolicyException::class)
    public constructor(text: String) : this(policyIn(text))

    /** Its name, for reports. */
    public val name: String get() = translated { ffi.name() }

    /** Its version, for reports and locks. */
    public val version: Long get() = translated { ffi.version() }.toLong()

    /** SHA-256 of what it decides, as hex digits, whatever contests have raised. */
    public val sha256: String get() = translated { ffi.sha256() }

    /** What to do when something cannot be checked. */
    public val onFailure: OnFailure get() = translated { ffi.onFailure() }.mapped()

    /** How much people are told. */
    public val intervention: InterventionLevel get() = translated { ffi.intervention() }.mapped()

    /** Whether the child must be able to see that messages are looked at. */
    public val monitoringNotice: Boolean get() = translated { ffi.monitoringNotice() }

    /** The rows as they are written, with the reason of each. */
    public val rows: List<PolicyRow> get() = translated { ffi.rows() }.map { it.toPublic() }

    /**
     * The ages that the policy is for: those of the preset that it is, else those that its rows
     * name, all if they name none.
     */
    public val ages: List<AgeBand> get() = translated { ffi.ages() }.map { it.mapped() }

    /** What contests of outcomes may change; null if nothing. */
    public val contestRules: ContestRules? get() = translated { ffi.contestRules() }?.toPublic()

    /** Thresholds that contests have raised. */
    public val leniency: List<Leniency> get() = translated { ffi.leniency() }.map { it.toPublic() }

    /**
     * The policy with the thresholds of some categories raised, in place of earlier raises.
     *
     * @throws PolicyException when that is more than [contestRules] permit.
     */
    @Throws(PolicyException::class)
    public fun withLeniency(leniency: List<Leniency>): Policy =
        Policy(translated { ffi.withLeniency(leniency.map { it.toFfi() }) })

    /**
     * How long a young person of this age may tell something first before a guardian's digest shows
     * it.
     */
    public fun delay(age: AgeBand): DelayHours = translated { ffi.delay(age.mapped()) }.toPublic()

    /** What is in force for an age, by category, the strongest action first. */
    public fun table(age: AgeBand): List<Threshold> =
        translated { ffi.table(age.mapped()) }.map { it.toPublic() }

    /**
     * What may not be meant, for people of these ages; of those that the policy is for if none are
     * given.
     */
    @JvmOverloads
    public fun concerns(ages: List<AgeBand>? = null): List<PolicyConcern> =
        translated { ffi.concerns(ages?.map { it.mapped() }) }.map { it.toPublic() }

    /**
     * What changes when [after] takes the place of this policy. Rows are compared by what they
     * decide, not by how they are written.
     */
    public fun diff(after: Policy): PolicyDiff = translated { ffi.diff(after.ffi) }.toPublic()

    /**
     * Settles on this policy. Leniency that contests bring later within its bounds does not break
     * the lock.
     */
    @JvmOverloads
    public fun lock(by: LockedBy = LockedBy.GUARDIAN): PolicyLock =
        PolicyLock(translated { ffi.lock(by.mapped()) })

    /** The JSON form, indented. */
    public fun toJson(): String = translated { ffi.toJson() }

    override fun equals(other: Any?): Boolean =
        this === other || other is Policy && toJson() == other.toJson()

    override fun hashCode(): Int = sha256.hashCode()

    override fun toString(): String = "Policy($name $version)"

    public companion object {
        /** What a person of this age starts from: `child` up to 12, `teen` to 17, `adult`. */
        @JvmStatic
        public fun preset(age: AgeBand): Policy =
            Policy(translated { FfiPolicy.preset(age.mapped()) })
    }
}

/**
 * What a guardian settled: exactly this policy. It detects an exchange; that the child's account
 * cannot write the lock itself is the host's part. A guard takes [toJson] as
 * [GuardConfig.policyLock].
 */
public class PolicyLock internal constructor(private val ffi: FfiPolicyLock) {
    /**
     * Reads the JSON form.
     *
     * @throws PolicyException when it is not JSON, has other fields or is of another version.
     */
    @Throws(PolicyException::class)
    public constructor(json: String) : this(lockIn(json))

    /** Who locked it. */
    public val by: LockedBy get() = translated { ffi.by() }.mapped()

    /** Name of the policy. */
    public val name: String get() = translated { ffi.name() }

    /** Its version. */
    public val version: Long get() = translated { ffi.version() }.toLong()

    /** SHA-256 of what it decides, as hex digits. */
    public val sha256: String get() = translated { ffi.sha256() }

    /**
     * Does nothing if this is the policy that was locked.
     *
     * @throws PolicyLockedException when it is another.
     */
    @Throws(PolicyLockedException::class)
    public fun check(policy: Policy): Unit = translated { ffi.check(policy.ffi) }

    /** The JSON form, indented. */
    public fun toJson(): String = translated { ffi.toJson() }

    override fun toString(): String = "PolicyLock($name $version by $by)"
}

private fun policyIn(text: String) = translated { FfiPolicy(text.wellFormed()) }

private fun lockIn(json: String) = translated { FfiPolicyLock(json.wellFormed()) }
