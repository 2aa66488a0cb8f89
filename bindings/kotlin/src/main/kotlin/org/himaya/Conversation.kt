package org.himaya

import org.himaya.internal.Handle
import org.himaya.internal.toFfi
import org.himaya.internal.toPublic
import org.himaya.internal.translated
import org.himaya.internal.ffi.Conversation as FfiConversation

/** One message. [toString] hides the text. */
public data class Message @JvmOverloads constructor(
    /** The text, of any length; what lies beyond the limit is not read and the assessment says so. */
    val text: String,
    /** Who wrote it. */
    val role: Role = Role.COUNTERPART,
    /**
     * Milliseconds since any fixed point, by the receiving device's clock and not by what the
     * sender claims; null if unknown.
     */
    val time: Long? = null,
    /** Whether it takes the place of one that was shown before. */
    val edited: Boolean = false,
) {
    override fun toString(): String = "Message(role=$role, ${text.length} characters)"
}

/**
 * What the host knows of a counterpart besides the messages. Nobody is exempt: it shifts the
 * evidence, and by little.
 */
public data class Contact @JvmOverloads constructor(
    /** Who it is to the child. */
    val relation: Relation = Relation.UNKNOWN,
    /**
     * Children whom the account contacted lately (the host chooses the time, for instance 30
     * days); null if unknown.
     */
    val childrenContacted: Int? = null,
    /**
     * Minutes that the child's clock is ahead of UTC. With it, message times must be Unix times
     * (milliseconds since 1970), and messages by night count. Null if unknown.
     */
    val utcOffset: Int? = null,
) {
    init {
        require(childrenContacted == null || childrenContacted >= 0) {
            "childrenContacted is $childrenContacted; it must be 0 or more"
        }
        require(utcOffset == null || utcOffset in -MINUTES_A_DAY..MINUTES_A_DAY) {
            "utcOffset is $utcOffset; it must be minutes within a day"
        }
    }

    private companion object {
        const val MINUTES_A_DAY = 24 * 60
    }
}

/**
 * Numbers kept for one counterpart: what was shown, when and how often. No words, no names. May be
 * used on any thread; calls wait for each other.
 *
 * Garbage collection frees it; [close] frees it at once.
 */
public class Conversation private constructor(private val ffi: FfiConversation) : AutoCloseable {
    internal val handle = Handle.of(this, ffi)

    /** A conversation in which nothing was said yet, with somebody of whom nothing is known. */
    public constructor() : this(FfiConversation())

    /** What the host knows of the counterpart; it counts from the next message on. */
    public var contact: Contact
        get() = translated { ffi.contact() }.toPublic()
        set(contact) = translated { ffi.setContact(contact.toFfi()) }

    /** Messages that the child received. */
    public val received: Int get() = translated { ffi.received() }.toInt()

    /** Messages that the child sent. */
    public val sent: Int get() = translated { ffi.sent() }.toInt()

    /** Messages that were deleted after the child could see them. */
    public val deleted: Int get() = translated { ffi.deleted() }.toInt()

    /**
     * Notes that somebody deleted a message. It takes no evidence back: who could read the message
     * was reached by it.
     */
    @JvmOverloads
    public fun noteDeleted(role: Role = Role.COUNTERPART) {
        translated { ffi.noteDeleted(role.toFfi()) }
    }

    /** The state as at most 512 bytes to keep: numbers only. */
    public fun toByteArray(): ByteArray = translated { ffi.exportState() }

    internal fun explained(by: org.himaya.internal.ffi.Guard): Explanation =
        translated { by.explain(ffi) }.toPublic()

    override fun close() {
        handle.close()
        ffi.close()
    }

    override fun toString(): String = "Conversation"

    public companion object {
        /**
         * A conversation from what [toByteArray] gave, of this or an earlier version.
         *
         * @throws ConversationException when the bytes are none, were changed, or are of a newer
         *   version.
         */
        @JvmStatic
        @Throws(ConversationException::class)
        public fun of(state: ByteArray): Conversation =
            Conversation(translated { FfiConversation.importState(state) })
    }
}
