package org.himaya

/** Everything that the library throws for what it was given. No message holds a child's words. */
public sealed class HimayaException(message: String) : Exception(message)

/** A guard cannot be made. */
public sealed class BuildException(message: String) : HimayaException(message)

/** The policy does not hold. */
public open class PolicyException internal constructor(message: String) : BuildException(message)

/** It is another policy than the one that was locked. */
public class PolicyLockedException internal constructor(message: String) : PolicyException(message)

/** The conversation weights do not hold. */
public class WeightsException internal constructor(message: String) : BuildException(message)

/** A model's pack does not hold. */
public class ModelPackException internal constructor(message: String) : BuildException(message)

/** A hash list does not hold. */
public class HashListException internal constructor(message: String) : BuildException(message)

/** The library itself is damaged. */
public class DamagedLibraryException internal constructor(message: String) : BuildException(message)

/** A model cannot be loaded or run. */
public class ModelException internal constructor(message: String) : HimayaException(message)

/** A picture cannot be hashed, or a frame not taken. */
public class ImageException internal constructor(
    /** What kind of thing is wrong. */
    public val reason: ImageRefusal,
    message: String,
) : HimayaException(message)

/** Text that is not a PDQ hash. */
public class HashException internal constructor(message: String) : HimayaException(message)

/** A stream cannot be looked at as asked. */
public class StreamConfigException internal constructor(message: String) : HimayaException(message)

/** Bytes are no stored conversation, were changed, or are of a newer version. */
public class ConversationException internal constructor(message: String) : HimayaException(message)

/** A store of conversations cannot do what it was asked to. */
public class StoreException internal constructor(
    /** What kind of thing is wrong. */
    public val reason: StoreFailure,
    message: String,
) : HimayaException(message)

/** Nothing is said in this language; names those that there are. */
public class UnknownLanguageException internal constructor(message: String) : HimayaException(message)

/** A list of help services, or a confirmation of some, cannot be used. */
public class HelpServicesException internal constructor(message: String) : HimayaException(message)

/** What was kept for a digest cannot be gone on with. */
public class DigestException internal constructor(message: String) : HimayaException(message)

/** A stored ledger cannot be used; never repeats what it says. Or the system has no random numbers. */
public class LedgerException internal constructor(message: String) : HimayaException(message)

/** An assessment cannot be contested, or marked as overridden: it is not known, or no longer. */
public class ContestException internal constructor(message: String) : HimayaException(message)

/** A transparency report cannot be made as asked. */
public class TransparencyException internal constructor(message: String) : HimayaException(message)

/** Something cannot go into a draft. */
public class DraftException internal constructor(message: String) : HimayaException(message)

/** Kinds of what can be wrong with a store. */
public enum class StoreFailure {
    /** Another process has it open. */
    IN_USE,

    /** The file is none of a store, or was damaged. */
    DAMAGED,

    /** The file was written by a newer version. */
    VERSION,

    /** Reading or writing failed. */
    IO,

    /** What was kept of a conversation is damaged or of a newer version. */
    CONVERSATION,

    /** The host's own store threw; of what it threw only the type's name goes on. */
    HOST,
}

/**
 * A fault in the library itself: names the place in its source and nothing else. The call did
 * nothing; the library goes on. Please report it.
 */
public class HimayaFault internal constructor(message: String) : RuntimeException(message)
