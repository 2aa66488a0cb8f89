package org.himaya.internal

import org.himaya.*
import java.nio.ByteBuffer
import org.himaya.internal.ffi.Action as FfiAction
import org.himaya.internal.ffi.Assessment as FfiAssessment
import org.himaya.internal.ffi.Behavior as FfiBehavior
import org.himaya.internal.ffi.CauseKind as FfiCauseKind
import org.himaya.internal.ffi.Contact as FfiContact
import org.himaya.internal.ffi.Contribution as FfiContribution
import org.himaya.internal.ffi.Explanation as FfiExplanation
import org.himaya.internal.ffi.FfiConverterTypeAssessment
import org.himaya.internal.ffi.Finding as FfiFinding
import org.himaya.internal.ffi.GuardConfig as FfiGuardConfig
import org.himaya.internal.ffi.HashListFile as FfiHashListFile
import org.himaya.internal.ffi.ImageLimits as FfiImageLimits
import org.himaya.internal.ffi.ModelRef as FfiModelRef
import org.himaya.internal.ffi.PictureHash as FfiPictureHash
import org.himaya.internal.ffi.Role as FfiRole
import org.himaya.internal.ffi.SpanUnit as FfiSpanUnit
import org.himaya.internal.ffi.StatusReason as FfiStatusReason
import org.himaya.internal.ffi.StreamChange as FfiStreamChange
import org.himaya.internal.ffi.StreamConfig as FfiStreamConfig
import org.himaya.internal.ffi.StreamCounts as FfiStreamCounts

/** The whole of an assessment's bytes. */
internal fun record(bytes: ByteArray, at: Int): FfiAssessment =
    FfiConverterTypeAssessment.read(ByteBuffer.wrap(bytes).position(at))

internal fun FfiFinding.toPublic() = Finding(
    category = Category.entries[category.ordinal],
    score = score,
    severity = severity.toInt(),
    origin = Origin.entries[origin.ordinal],
    stage = stage?.let { Stage.entries[it.ordinal] },
    behaviors = behaviors.map { BehaviorScore(it.behavior.toPublic(), it.score) },
    spans = spans.map { it.start.toInt() until it.end.toInt() },
    reasonCodes = reasonCodes,
)

internal fun FfiModelRef.toPublic() = ModelRef(name, version, sha256)

internal fun FfiStatusReason.toPublic() = StatusReason.entries[ordinal]

internal fun FfiAction.toPublic() = Action.entries[ordinal]

internal fun FfiBehavior.toPublic() = Behavior.entries[ordinal]

internal fun FfiExplanation.toPublic() = Explanation(
    risk = risk,
    nats = nats,
    boundary = boundary,
    contributions = contributions.map { it.toPublic() },
    stages = stages.map { StageShare(Stage.entries[it.stage.ordinal], it.nats) },
    timeline = timeline.map { event ->
        val behaviors = event.behaviors.map { it.toPublic() }
        TimelineEvent(event.message.toInt(), event.time, behaviors, event.nats, event.risk)
    },
    received = received.toInt(),
    sent = sent.toInt(),
    deleted = deleted.toInt(),
)

private fun FfiContribution.toPublic() =
    Contribution(cause(), presence, nats, times.toInt(), first, last)

private fun FfiContribution.cause(): Cause {
    val behavior = behavior?.toPublic()
    val cue = cue?.let { Cue.entries[it.ordinal] }
    val side = context?.let { Role.entries[it.ordinal] }
    val relation = relation?.let { Relation.entries[it.ordinal] }
    return when {
        kind == FfiCauseKind.TONE -> Cause.Tone(behavior, slug)
        behavior != null -> Cause.Shown(behavior, slug)
        cue != null -> Cause.Course(cue, slug)
        side != null -> Cause.Context(side, slug)
        relation != null -> Cause.Relationship(relation, slug)
        else -> Cause.Other(slug)
    }
}

internal fun FfiContact.toPublic() =
    Contact(Relation.entries[relation.ordinal], childrenContacted?.toInt(), utcOffset?.toInt())

internal fun Contact.toFfi() = FfiContact(
    org.himaya.internal.ffi.Relation.entries[relation.ordinal],
    childrenContacted?.toUInt(),
    utcOffset?.toShort(),
)

internal fun Role.toFfi() = FfiRole.entries[ordinal]

internal fun StatusReason.toFfi() = FfiStatusReason.entries[ordinal]

internal fun GuardConfig.toFfi() = FfiGuardConfig(
    ageBand = org.himaya.internal.ffi.AgeBand.entries[ageBand.ordinal],
    policy = policy?.wellFormed(),
    policyLock = policyLock?.wellFormed(),
    spanUnit = FfiSpanUnit.UTF16,
    maxMessageBytes = limits.maxMessageBytes?.limit(),
    conversationWeights = conversationWeights?.wellFormed(),
    withoutTextModel = textModel == TextModel.None,
    textModel = (textModel as? TextModel.Folder)?.path?.toString(),
    imageModel = imageModel?.toString(),
    secondImageModel = secondImageModel?.toString(),
    hashLists = hashLists.map {
        FfiHashListFile(it.name.wellFormed(), it.path.toString(), it.distance.limit())
    },
    imageLimits = FfiImageLimits(
        maxPixels = limits.maxPixels?.limit(),
        maxBytes = limits.maxImageBytes?.limit(),
        maxAnimationFrames = limits.maxAnimationFrames?.limit(),
        maxAnimationPixels = limits.maxAnimationPixels?.limit(),
        maxAnimationLooks = limits.maxAnimationLooks?.limit(),
    ),
)

internal fun StreamConfig.toFfi() =
    FfiStreamConfig(cpuBudget, minIntervalMs.limit(), maxIntervalMs.limit())

internal fun FfiStreamChange.toPublic() =
    StreamChange(timeMs.toLong(), before.toPublic(), after.toPublic(), risk)

internal fun FfiStreamCounts.toPublic() = StreamCounts(
    seen = seen.toLong(),
    classified = classified.toLong(),
    failed = failed.toLong(),
    duplicates = duplicates.toLong(),
    spaced = spaced.toLong(),
    overBudget = overBudget.toLong(),
    late = late.toLong(),
    paused = paused.toLong(),
)

internal fun FfiPictureHash.toPublic() = PictureHash(hash, quality.toInt())

private fun Long.limit(): ULong {
    require(this >= 0) { "a limit is $this; it must be 0 or more" }
    return toULong()
}

private fun Int.limit(): UInt {
    require(this >= 0) { "a limit is $this; it must be 0 or more" }
    return toUInt()
}

/** Lone surrogates as `?`: the generated code refuses what is no UTF-16. */
internal fun String.wellFormed(): String = String(toByteArray())

/** Bytes at a fixed place, where they lie if they have one. */
internal fun direct(bytes: ByteBuffer): ByteBuffer {
    val there = bytes.slice()
    if (there.isDirect) return there
    return ByteBuffer.allocateDirect(there.remaining()).put(there).flip()
}

internal fun direct(bytes: ByteArray): ByteBuffer = direct(ByteBuffer.wrap(bytes))
