package org.himaya

import org.himaya.internal.record
import org.himaya.internal.toPublic
import java.nio.ByteBuffer
import org.himaya.internal.ffi.Assessment as FfiAssessment

/**
 * The result of looking at one message, picture or stream. Holds no content; [toString] is safe to
 * log.
 *
 * It is kept in the form in which it came. What most hosts ask for first has a fixed place there;
 * the rest is read when it is asked for.
 */
public class Assessment internal constructor(
    private val bytes: ByteArray,
    private val start: Int = 0,
) {
    // Threads that ask at once read alike.
    @Volatile private var record: FfiAssessment? = null
    @Volatile private var found: List<Finding>? = null

    /** The generated record, for calls that take an assessment back. */
    internal val whole: FfiAssessment
        get() = record ?: record(bytes, start).also { record = it }

    /** Version of the JSON form. */
    public val schemaVersion: Int get() = number(SCHEMA_VERSION)

    /** What was looked at. */
    public val inputType: InputType get() = InputType.entries[number(INPUT_TYPE) - 1]

    /** What the policy says to do. */
    public val action: Action get() = Action.entries[number(ACTION) - 1]

    /** Whether everything was looked at. */
    public val status: Status get() = Status.entries[number(STATUS) - 1]

    /**
     * Probability of harm, 0..1: of the conversation so far for messages, the strongest finding's
     * for pictures, what several looks agree on for streams.
     */
    public val risk: Float get() = Float.fromBits(number(RISK))

    /** Whether the child must be able to see that messages are looked at. */
    public val monitoringNoticeRequired: Boolean get() = bytes[start + MONITORING] != NO

    /**
     * Probability that this message shows an indicator, 0..1, by rules and classifier together;
     * null without a text classifier.
     */
    public val messageScore: Float? get() = whole.messageScore

    /** What was found, strongest first. */
    public val findings: List<Finding>
        get() = found ?: whole.findings.map { it.toPublic() }.also { found = it }

    /** The strongest finding, null where nothing was found. */
    public val topFinding: Finding? get() = findings.firstOrNull()

    /** Why the status is not [Status.COMPLETE]. */
    public val statusReasons: List<StatusReason>
        get() = whole.statusReasons.map { it.toPublic() }

    /** Which message the child or guardian may be shown. */
    public val messageKey: String? get() = whole.messageKey

    /** Which message the other side may be shown. */
    public val deterrenceKey: String? get() = whole.deterrenceKey

    /** Scores of the picture model's classes, 0..1, by the model's names; empty for messages. */
    public val classScores: Map<String, Float>
        get() = whole.classScores.associate { it.className to it.score }

    /** Whether the policy would have asked for more, had contested outcomes not raised a threshold. */
    public val relaxed: Boolean get() = whole.relaxed

    /** The models that took part. */
    public val models: List<ModelRef> get() = whole.models.map { it.toPublic() }

    /** The rules that took part; null for pictures. */
    public val rulesetVersion: String? get() = whole.rulesetVersion

    /** The form that is the same in all of Himaya's languages; spans count UTF-16 units. */
    public fun toJson(): String = whole.toJson()

    override fun equals(other: Any?): Boolean =
        this === other || other is Assessment && whole == other.whole

    override fun hashCode(): Int = whole.hashCode()

    override fun toString(): String =
        "Assessment(action=$action, risk=$risk, status=$status, " +
            "findings=${findings.map(Finding::category)})"

    private fun number(place: Int): Int = ByteBuffer.wrap(bytes).getInt(start + place)

    /** Where the fields of a fixed size lie; enums count from 1 there. */
    private companion object {
        const val SCHEMA_VERSION = 0
        const val INPUT_TYPE = 4
        const val ACTION = 8
        const val STATUS = 12
        const val RISK = 16
        const val MONITORING = 20
        const val NO: Byte = 0
    }
}

/** One thing that was found. */
public data class Finding(
    /** The kind of harm. */
    val category: Category,
    /**
     * 0..1. For a message: how strongly this message points to the category. For a picture: the
     * sum of the classes that make up the category; for a known picture 1 for the same hash, less
     * 1/64 for each differing bit.
     */
    val score: Float,
    /** How bad it is if true, 0 (none) to 7 (gravest). */
    val severity: Int,
    /** Who says so. */
    val origin: Origin,
    /** The grooming stage that the strongest behaviour points to. */
    val stage: Stage?,
    /** Behaviours with their scores, strongest first; from 0.5 on one counts as a signal. */
    val behaviors: List<BehaviorScore>,
    /**
     * Where in the message, in UTF-16 units, so that `text.substring(range)` is what was found;
     * empty for what the classifier says of the message as a whole.
     */
    val spans: List<IntRange>,
    /** Names of the rules or the model output behind it. */
    val reasonCodes: List<String>,
)

/** A behaviour and how strongly it shows. */
public data class BehaviorScore(
    /** The behaviour. */
    val behavior: Behavior,
    /** 0..1; from 0.5 on it counts as a signal. */
    val score: Float,
)

/** A model that took part in an assessment. */
public data class ModelRef(
    /** Name of the model. */
    val name: String,
    /** Its version. */
    val version: String,
    /** SHA-256 of its file, as hex digits. */
    val sha256: String,
)
