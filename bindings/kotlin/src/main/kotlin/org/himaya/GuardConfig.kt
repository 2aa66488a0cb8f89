package org.himaya

import java.nio.file.Path

/** What a guard is made from. Everything may be left out. */
public data class GuardConfig(
    /** Age of the protected person; chooses the policy preset. */
    val ageBand: AgeBand = AgeBand.FROM_10_TO_12,
    /**
     * In place of the preset for the age: the name of another (`child`, `teen`, `adult`, `school`),
     * or a policy of the host's own as TOML or JSON.
     */
    val policy: String? = null,
    /** A lock (JSON) on the policy that a guardian settled on: every other one is refused. */
    val policyLock: String? = null,
    /** The text classifier. */
    val textModel: TextModel = TextModel.Embedded,
    /** Folder of a picture model's pack, in place of the embedded one. */
    val imageModel: Path? = null,
    /** Folder of a second picture model's pack, asked where the first is unsure. */
    val secondImageModel: Path? = null,
    /** Lists of known pictures' hashes. Without a list no picture is hashed. */
    val hashLists: List<HashList> = emptyList(),
    /** A weights file for conversations (TOML) in place of the embedded one. */
    val conversationWeights: String? = null,
    /** Bounds on what is looked at. */
    val limits: Limits = Limits(),
)

/** Which text classifier takes part. */
public sealed interface TextModel {
    /** The one that comes with the library. */
    public data object Embedded : TextModel

    /** None: rules alone. */
    public data object None : TextModel

    /** One from the folder of its pack. */
    public data class Folder(val path: Path) : TextModel
}

/** A list of known pictures' hashes: in ThreatExchange's text forms, or an index made from one. */
public data class HashList @JvmOverloads constructor(
    /** Stands in reason codes: 1 to 64 letters, digits, `-`, `_` and `.`. */
    val name: String,
    /** The file. As long as the guard lives, nobody may rewrite an index in place. */
    val path: Path,
    /** Up to how many differing bits a picture is a known one, 0..31. */
    val distance: Int = 31,
)

/** Bounds on what is looked at; what is null keeps the library's default. */
public data class Limits @JvmOverloads constructor(
    /**
     * Bytes (UTF-8) of a message that are read; what lies beyond makes the assessment degraded.
     * Default: 1 MiB.
     */
    val maxMessageBytes: Long? = null,
    /** Pixels (width times height) that a picture may have. Default: 50 million. */
    val maxPixels: Long? = null,
    /** Bytes that a picture file may have. Default: 64 MiB. */
    val maxImageBytes: Long? = null,
    /** Frames of an animation that are decoded. Default: 1000. */
    val maxAnimationFrames: Int? = null,
    /** Pixels of an animation that are decoded, over all frames. Default: 250 million. */
    val maxAnimationPixels: Long? = null,
    /** Frames of an animation that the model looks at. Default: 16. */
    val maxAnimationLooks: Int? = null,
)
