package org.himaya

import org.himaya.internal.Handle
import org.himaya.internal.HostedStore
import org.himaya.internal.Direct
import org.himaya.internal.toFfi
import org.himaya.internal.toPublic
import org.himaya.internal.translated
import org.himaya.internal.wellFormed
import java.nio.file.Path
import org.himaya.internal.ffi.Conversations as FfiConversations

/**
 * Keeps the states of conversations; a host may bring its own. It is called on the thread that
 * observes a message, and must not call back into the same [Conversations].
 *
 * What it throws makes the assessment [Status.DEGRADED]; of the exception only the type's name
 * goes on. `counterpart` is the host's name for the other side. A store should not write it down
 * as it is: the stores that come with the library keep a digest.
 */
public interface ConversationStore {
    /** The state kept for a counterpart; null for one of whom nothing is kept. */
    @Throws(Exception::class)
    public fun load(counterpart: String): ByteArray?

    /** Keeps a state in place of the one before. */
    @Throws(Exception::class)
    public fun save(counterpart: String, state: ByteArray)

    /** Erases what is kept for a counterpart, and says whether there was anything. */
    @Throws(Exception::class)
    public fun forget(counterpart: String): Boolean

    /** Erases everything. */
    @Throws(Exception::class)
    public fun forgetAll()
}

/** What came of a message in kept conversations. The message is assessed in any case. */
public sealed interface Observation {
    /** The assessment. */
    public val assessment: Assessment

    /** All went well. */
    public data class Kept(override val assessment: Assessment) : Observation

    /**
     * The conversation before could not be taken into account, or the one behind not be kept: the
     * assessment is [Status.DEGRADED].
     */
    public data class Troubled(
        override val assessment: Assessment,
        /** What went wrong with the store or with what was kept. */
        val trouble: String,
    ) : Observation
}

/**
 * Follows many conversations and keeps them in a store. May be used on any number of threads.
 * [close] lets the store go, which closes its file.
 */
public class Conversations private constructor(private val ffi: FfiConversations) : AutoCloseable {
    private val handle = Handle.of(this, ffi)

    /**
     * Takes in the next message of a conversation. `counterpart` is any name of the other side
     * that stays the same.
     *
     * Where what was kept is damaged, the conversation begins anew; where the store cannot be
     * read, the message is assessed alone and nothing is written over.
     */
    public fun observe(guard: Guard, counterpart: String, message: Message): Observation {
        val bytes = handle.use { conversations ->
            guard.handle.use { Direct.observeKept(conversations, it, counterpart, message) }
        }
        return Direct.observation(bytes)
    }

    /** The same for a text. */
    @JvmOverloads
    public fun observe(
        guard: Guard,
        counterpart: String,
        text: String,
        role: Role = Role.COUNTERPART,
        time: Long? = null,
    ): Observation = observe(guard, counterpart, Message(text, role, time))

    /**
     * Says what the host knows of a counterpart; it counts from the next message on.
     *
     * @throws StoreException when the conversation cannot be read or kept.
     */
    @Throws(StoreException::class)
    public fun setContact(counterpart: String, contact: Contact) {
        translated { ffi.setContact(counterpart.wellFormed(), contact.toFfi()) }
    }

    /**
     * Notes that somebody deleted a message.
     *
     * @throws StoreException when the conversation cannot be read or kept.
     */
    @JvmOverloads
    @Throws(StoreException::class)
    public fun noteDeleted(counterpart: String, role: Role = Role.COUNTERPART) {
        translated { ffi.noteDeleted(counterpart.wellFormed(), role.toFfi()) }
    }

    /**
     * Why a conversation stands where it stands.
     *
     * @throws StoreException when the conversation cannot be read.
     */
    @Throws(StoreException::class)
    public fun explain(guard: Guard, counterpart: String): Explanation =
        translated { ffi.explain(guard.ffi, counterpart.wellFormed()) }.toPublic()

    /**
     * Erases a conversation, and says whether there was one.
     *
     * @throws StoreException when the store cannot erase it.
     */
    @Throws(StoreException::class)
    public fun forget(counterpart: String): Boolean =
        translated { ffi.forget(counterpart.wellFormed()) }

    /**
     * Erases all conversations.
     *
     * @throws StoreException when the store cannot erase them.
     */
    @Throws(StoreException::class)
    public fun forgetAll() {
        translated { ffi.forgetAll() }
    }

    /** Lets the store go. Nothing can be observed afterwards. */
    override fun close() {
        handle.close()
        ffi.close()
    }

    public companion object {
        /** Keeps them in memory, those observed last: [max] of them. */
        @JvmStatic
        @JvmOverloads
        public fun inMemory(max: Int = 10_000): Conversations {
            require(max > 0) { "max is $max; it must be 1 or more" }
            return Conversations(translated { FfiConversations.inMemory(max.toUInt()) })
        }

        /**
         * Keeps them in a file, which is made where there is none. Names stand in it as salted
         * digests.
         *
         * @throws StoreException when it cannot be opened, is none of a store, or another process
         *   has it open.
         */
        @JvmStatic
        @Throws(StoreException::class)
        public fun inFile(path: Path): Conversations =
            Conversations(translated { FfiConversations.inFile(path.toString()) })

        /** Keeps them in a store of the host's own. */
        @JvmStatic
        public fun inStore(store: ConversationStore): Conversations =
            Conversations(translated { FfiConversations.inStore(HostedStore(store)) })
    }
}
