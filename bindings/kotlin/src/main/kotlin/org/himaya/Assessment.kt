package org.himaya

import org.himaya.internal.Head
import org.himaya.internal.record
import org.himaya.internal.toPublic

/**
 * The result of looking at one message, picture or stream. Holds no content; [toString] is safe to
 * log.
 *
 * What most hosts ask for first is read at once, the rest when it is asked for.
 */
public class Assessment internal constructor(private val bytes: ByteArray, at: Int = 0) {
    private val head = Head(bytes, at)
    private val start = at
    internal val whole by lazy(LazyThreadSafetyMode.PUBLICATION) { record(bytes, start) }

    /** Version of the JSON form. */
    public val schemaVersion: Int get() = head.schemaVersion

    /** What was looked at. */
    public val inputType: InputType get() = head.inputType

    /** What the policy says to do. */
    public val action: Action get() = head.action

    /** Whether everything was looked at. */
    public val status: Status get() = head.status

    /**
     * Probability of harm, 0..1: of the conversation so far for messages, the strongest finding's
     * for pictures, what several looks agree on for streams.
     */
    public val risk: Float get() = head.risk

    /** Whether the child must be able to see that messages are looked at. */
    public val monitoringNoticeRequired: Boolean get() = head.monitoringNoticeRequired

    /**
     * Probability that this message shows an indicator, 0..1, by rules and classifier together;
     * null without a text classifier.
     */
    public val messageScore: Float? get() = whole.messageScore

    /** What was found, strongest first. */
    public val findings: List<Finding> by lazy(LazyThreadSafetyMode.PUBLICATION) {
        whole.findings.map { it.toPublic() }
    }

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
