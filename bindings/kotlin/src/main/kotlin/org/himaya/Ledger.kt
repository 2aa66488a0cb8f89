package org.himaya

import org.himaya.internal.mapped
import org.himaya.internal.toPublic
import org.himaya.internal.translated
import org.himaya.internal.wellFormed
import java.time.Instant
import org.himaya.internal.ffi.Ledger as FfiLedger

/** Why a person contests an assessment. */
public enum class ContestReason {
    /** It is harmless. */
    HARMLESS,

    /** It comes from somebody whom the person knows. */
    KNOWN_PERSON,

    /** It was misread: another language, a game's or a group's own words. */
    WRONG_LANGUAGE,

    /** Another reason, or none. */
    OTHER,
}

/** An assessment that a person may still refer to. */
public data class RecentAssessment(
    /** By what it is referred to: 32 hex digits that say nothing. */
    val id: String,
    /** What was found; that of the finding which called for the action first. */
    val categories: List<Category>,
    /** What the policy asked for. */
    val action: Action,
)

/** The weeks from one to another, as ISO 8601 writes them (`2026-W48`). */
public data class Weeks(
    /** The first. */
    val first: String,
    /** The last. */
    val last: String,
)

/** What a contest changed. */
public data class Contested(
    /** Of what the warning was; null if it was about what could not be looked at. */
    val category: Category?,
    /** Whether it had been contested before; nothing changed then. */
    val repeated: Boolean,
    /** How far thresholds are raised from now on, of all categories: tell the person. */
    val leniency: List<Leniency>,
)

/**
 * Counts of what was assessed, by week, and the latest assessments that called for an action, so
 * that a person can contest them. Holds no content, no names, no times finer than a day. At most two
 * years, 512 assessments and 4 MB. May be used on any thread; calls wait for each other.
 */
public class Ledger private constructor(internal val ffi: FfiLedger) {
    /** An empty one. */
    public constructor() : this(FfiLedger())

    /**
     * Counts an assessment. Gives the id by which a person can refer to it for 30 days, while it is
     * among the latest 512 that called for an action.
     *
     * @throws LedgerException when the system has no random numbers; nothing is counted then.
     */
    @JvmOverloads
    @Throws(LedgerException::class)
    public fun record(assessment: Assessment, time: Instant = Instant.now()): String =
        translated { ffi.record(assessment.whole, time.toEpochMilli()) }

    /**
     * Notes that a person uncovered what was covered, or sent it nonetheless. Gives whether that is
     * new.
     *
     * @throws ContestException when no assessment with this id that called for an action is kept.
     */
    @Throws(ContestException::class)
    public fun overridden(id: String): Boolean = translated { ffi.overridden(id.wellFormed()) }

    /**
     * Takes in that a person holds an assessment for wrong. The second time changes nothing.
     *
     * @throws ContestException when no assessment with this id that called for an action is kept, or
     *   it is older than 30 days.
     */
    @JvmOverloads
    @Throws(ContestException::class)
    public fun contest(
        id: String,
        reason: ContestReason,
        policy: Policy,
        time: Instant = Instant.now(),
    ): Contested = translated {
        ffi.contest(id.wellFormed(), reason.mapped(), time.toEpochMilli(), policy.ffi)
    }.toPublic()

    /** How far thresholds may be raised at a time, of those categories whose may. */
    @JvmOverloads
    public fun leniency(policy: Policy, time: Instant = Instant.now()): List<Leniency> =
        translated { ffi.leniency(policy.ffi, time.toEpochMilli()) }.map { it.toPublic() }

    /** The policy as lenient as contests have made it at a time, within its own bounds. */
    @JvmOverloads
    public fun relaxed(policy: Policy, time: Instant = Instant.now()): Policy =
        Policy(translated { ffi.relaxed(policy.ffi, time.toEpochMilli()) })

    /** The assessments that a person may still refer to, oldest first. */
    public val recent: List<RecentAssessment>
        get() = translated { ffi.recent() }.map { it.toPublic() }

    /** The weeks from the first to the last that something was counted in; null where nothing was. */
    public val weeks: Weeks? get() = translated { ffi.weeks() }?.toPublic()

    /**
     * Adds the counts of another ledger of the same person, from another device. Adding the same one
     * twice counts twice.
     */
    public fun merge(other: Ledger): Unit = translated { ffi.merge(other.ffi) }

    /** The ledger as JSON to keep: counts, no content. */
    public fun toJson(): String = translated { ffi.toJson() }

    override fun toString(): String = "Ledger"

    public companion object {
        /**
         * Reads what [Ledger.toJson] wrote.
         *
         * @throws LedgerException when it is not that; never repeats what it says.
         */
        @JvmStatic
        @Throws(LedgerException::class)
        public fun fromJson(json: String): Ledger =
            Ledger(translated { FfiLedger.fromJson(json.wellFormed()) })
    }
}
