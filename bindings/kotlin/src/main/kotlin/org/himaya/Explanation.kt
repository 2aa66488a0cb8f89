package org.himaya

/** What adds up to the risk of a conversation. No words in it. */
public data class Explanation(
    /** As of the latest message, 0..1; from one half on the conversation warns. */
    val risk: Float,
    /** Evidence in nats: the sum of all contributions. */
    val nats: Float,
    /** Evidence from which on the conversation warns, in nats. */
    val boundary: Float,
    /** Everything that counts, most first. */
    val contributions: List<Contribution>,
    /** Stages that the behaviours point to, most evidence first. */
    val stages: List<StageShare>,
    /** The messages that added most, in the order in which they came. */
    val timeline: List<TimelineEvent>,
    /** Messages that the child received. */
    val received: Int,
    /** Messages that the child sent. */
    val sent: Int,
    /** Messages that were deleted. */
    val deleted: Int,
)

/** What can count for or against a contact. */
public sealed interface Cause {
    /** The name that it has in all of Himaya's languages. */
    public val slug: String

    /** What messages show. */
    public data class Shown(val behavior: Behavior, override val slug: String) : Cause

    /** How the conversation goes. */
    public data class Course(val cue: Cue, override val slug: String) : Cause

    /** What the latest messages sound like to the classifier; null: like anything at all. */
    public data class Tone(val behavior: Behavior?, override val slug: String) : Cause

    /** That [side]'s latest messages sound like what is said in risky conversations, whatever they show. */
    public data class Context(val side: Role, override val slug: String) : Cause

    /** Who the counterpart is to the child. */
    public data class Relationship(val relation: Relation, override val slug: String) : Cause

    /** Something that this version does not know but by its name. */
    public data class Other(override val slug: String) : Cause
}

/** Something that counts for or against a contact. */
public data class Contribution(
    /** What it is. */
    val cause: Cause,
    /** How far it is there now; 0..1 for behaviours and most cues, -1.5 to 1.5 for tones and contexts. */
    val presence: Float,
    /** Evidence that it adds now, in nats; below 0 if it speaks for the contact. */
    val nats: Float,
    /** Messages that showed it; 0 for what is no property of single messages. */
    val times: Int,
    /** When it was first shown, in the host's milliseconds; null if times are unknown. */
    val first: Long?,
    /** When it was last shown. */
    val last: Long?,
)

/** How much of the evidence belongs to a stage. */
public data class StageShare(
    /** The stage. */
    val stage: Stage,
    /** Nats of its behaviours, each by itself. */
    val nats: Float,
)

/** A message that added evidence. */
public data class TimelineEvent(
    /** Number of the message in the conversation, from 1. */
    val message: Int,
    /** When it was written, in the host's milliseconds; null if times are unknown. */
    val time: Long?,
    /** What it showed. */
    val behaviors: List<Behavior>,
    /** Evidence that it added, in nats. */
    val nats: Float,
    /** The risk behind it, 0..1. */
    val risk: Float,
)
