package org.himaya

import java.nio.file.Path

/** Makes a [Guard] step by step; what is left out keeps its default. */
public class GuardBuilder internal constructor() {
    private var config = GuardConfig()

    /** Age of the protected person; chooses the policy preset. */
    public fun ageBand(band: AgeBand): GuardBuilder = with(config.copy(ageBand = band))

    /** A preset by its name, or a policy of the host's own as TOML or JSON. */
    public fun policy(policy: String): GuardBuilder = with(config.copy(policy = policy))

    /** A lock (JSON) on the policy that a guardian settled on: every other one is refused. */
    public fun policyLock(json: String): GuardBuilder = with(config.copy(policyLock = json))

    /** The text classifier. */
    public fun textModel(model: TextModel): GuardBuilder = with(config.copy(textModel = model))

    /** Folder of a picture model's pack, in place of the embedded one. */
    public fun imageModel(folder: Path): GuardBuilder = with(config.copy(imageModel = folder))

    /** Folder of a second picture model's pack, asked where the first is unsure. */
    public fun secondImageModel(folder: Path): GuardBuilder =
        with(config.copy(secondImageModel = folder))

    /** One more list of known pictures' hashes. */
    public fun hashList(list: HashList): GuardBuilder =
        with(config.copy(hashLists = config.hashLists + list))

    /** A weights file for conversations (TOML) in place of the embedded one. */
    public fun conversationWeights(toml: String): GuardBuilder =
        with(config.copy(conversationWeights = toml))

    /** Bounds on what is looked at. */
    public fun limits(limits: Limits): GuardBuilder = with(config.copy(limits = limits))

    /**
     * Makes the guard.
     *
     * @throws BuildException when the policy, weights, a model pack or a hash list does not hold.
     */
    @Throws(BuildException::class)
    public fun build(): Guard = Guard(config)

    private fun with(changed: GuardConfig) = apply { config = changed }
}
