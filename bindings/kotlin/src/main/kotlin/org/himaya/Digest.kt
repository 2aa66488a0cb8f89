package org.himaya

import org.himaya.internal.mapped
import org.himaya.internal.toFfi
import org.himaya.internal.toPublic
import org.himaya.internal.translated
import org.himaya.internal.wellFormed
import java.time.Instant
import java.time.LocalDate
import org.himaya.internal.ffi.DigestBuilder as FfiDigestBuilder
import org.himaya.internal.ffi.GuardianDigest as FfiGuardianDigest

/** How soon to talk with the child, from the least to the most urgent. */
public enum class Urgency {
    /** When there is a good moment. */
    CALM,

    /** In the next days. */
    SOON,

    /** Today. */
    TODAY,

    /** At once. */
    NOW,
}

/** How often something happened in the period. */
public enum class Frequency {
    /** Once. */
    ONCE,

    /** More than once, on three days at most. */
    SEVERAL,

    /** On four days or more. */
    OFTEN,
}

/** How the period compares with the one before. */
public enum class Trend {
    /** It did not happen in the period before. */
    NEW,

    /** Less than two thirds as often. */
    LESS,

    /** About as often. */
    SAME,

    /** More than one and a half times as often. */
    MORE,
}

/** Hours between something being found and the guardian's digest showing it, by urgency. */
public data class DelayHours @JvmOverloads constructor(
    /** For what is calm; 0 to 168 in a policy. */
    val calm: Int = 0,
    /** For what should be talked about soon; 0 to 72. */
    val soon: Int = 0,
    /** For what should be talked about today; 0 to 24. */
    val today: Int = 0,
    /** For what cannot wait; 0 or 1. */
    val now: Int = 0,
) {
    init {
        for (hours in listOf(calm, soon, today, now)) {
            require(hours in 0..UShort.MAX_VALUE.toInt()) { "a delay is $hours; it must be hours from 0" }
        }
    }
}

/** What came of an assessment. */
public data class Recorded(
    /** What it is about. */
    val category: Category,
    /** How urgent it is. */
    val urgency: Urgency,
    /**
     * Hours until the guardian's digest shows it; if not 0, the young person may be told
     * ([Messages.digestDelay]).
     */
    val waitHours: Int,
    /** Whether it counts anew, rather than as a part of what happened within half an hour before. */
    val isNew: Boolean,
)

/** One kind of help that is needed. */
public data class DigestItem(
    /** What it is about. */
    val category: Category,
    /** How soon to talk: as urgent as the most urgent time. */
    val urgency: Urgency,
    /** How often it happened. */
    val frequency: Frequency,
    /** How that compares with the seven days before. */
    val trend: Trend,
    /**
     * How often on each of the seven days, the earliest first; what comes within half an hour is
     * once.
     */
    val byDay: List<Int>,
    /** Key of the advice, for [Messages.text]. */
    val adviceKey: String,
    /** Which help services suit, the most needed first. */
    val help: List<HelpAudience>,
)

/** What a guardian learns of seven days: never words, never who. */
public class GuardianDigest internal constructor(private val ffi: FfiGuardianDigest) {
    /** The last of the seven days. */
    public val endsOn: LocalDate get() = LocalDate.ofEpochDay(ffi.lastDay)

    /** What the child may need help with, most urgent first; at most one for each category. */
    public val items: List<DigestItem> = ffi.items.map { it.toPublic() }

    /** How many messages, pictures or streams could not be checked as a whole. */
    public val unchecked: Int get() = ffi.unchecked.toInt()

    /**
     * The digest in words for a guardian, who is addressed by the age of the child; one line for
     * each thing that is said. Empty at [InterventionLevel.DISABLED].
     */
    @JvmOverloads
    public fun toText(
        messages: Messages,
        guardian: Addressee = Addressee(),
        level: InterventionLevel = InterventionLevel.DESCRIPTIVE,
    ): String = translated { ffi.toText(messages.ffi, guardian.toFfi(), level.mapped()) }

    /** The form that is the same in all of Himaya's languages. */
    public fun toJson(): String = translated { ffi.toJson() }

    override fun equals(other: Any?): Boolean = other is GuardianDigest && ffi == other.ffi

    override fun hashCode(): Int = ffi.hashCode()

    override fun toString(): String = "GuardianDigest(endsOn=$endsOn, items=$items)"
}

/**
 * Collects what a guardian's digest tells: counts by category and day, at most 28 days of them. May
 * be used on any thread; calls wait for each other.
 *
 * Days are those of UTC; a host that wants those of its own time zone adds the zone's offset.
 */
public class DigestBuilder private constructor(private val ffi: FfiDigestBuilder) {
    /** Begins with nothing. [delay] is that of the child's age ([Policy.delay]). */
    @JvmOverloads
    public constructor(delay: DelayHours = DelayHours()) : this(FfiDigestBuilder(delay.toFfi()))

    /** Counts an assessment; null if the policy does not act upon it. */
    @JvmOverloads
    public fun record(assessment: Assessment, time: Instant = Instant.now()): Recorded? =
        translated { ffi.record(assessment.whole, time.toEpochMilli()) }?.toPublic()

    /** What the guardian learns of the seven days that end at [until]. */
    @JvmOverloads
    public fun digest(until: Instant = Instant.now()): GuardianDigest =
        GuardianDigest(translated { ffi.digest(until.toEpochMilli()) })

    /**
     * What to keep between starts: slugs, days and counts, and an hour only of what still waits to
     * be shown.
     */
    public fun toJson(): String = translated { ffi.toJson() }

    override fun toString(): String = "DigestBuilder"

    public companion object {
        /**
         * Goes on with what [DigestBuilder.toJson] gave.
         *
         * @throws DigestException when it is not that, or of another version.
         */
        @JvmStatic
        @JvmOverloads
        @Throws(DigestException::class)
        public fun fromJson(json: String, delay: DelayHours = DelayHours()): DigestBuilder =
            DigestBuilder(translated { FfiDigestBuilder.fromJson(json.wellFormed(), delay.toFfi()) })
    }
}
