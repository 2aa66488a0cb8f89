package org.himaya

import org.himaya.internal.Handle
import org.himaya.internal.Direct
import org.himaya.internal.toFfi
import org.himaya.internal.toPublic
import org.himaya.internal.translated
import org.himaya.internal.wellFormed
import org.himaya.internal.ffi.ChatThread as FfiThread

/**
 * Follows a thread in which messages carry the name of their sender.
 *
 * With a protected person named, everybody else is a counterpart. Without, everybody
 * is, so that whoever needs protection is covered. Names stay in memory.
 */
public class ChatThread @JvmOverloads constructor(
    private val guard: Guard,
    protectedPerson: String? = null,
) : AutoCloseable {
    private val ffi = translated { FfiThread(guard.ffi, protectedPerson?.wellFormed()) }
    private val handle = Handle.of(this, ffi)

    /**
     * Takes in the next message; [time] in milliseconds since any fixed point. One of the
     * protected person counts in the conversation with whoever wrote last.
     */
    @JvmOverloads
    public fun observe(sender: String, text: String, time: Long? = null): Assessment {
        val bytes = handle.use { thread ->
            guard.handle.use { Direct.observeInThread(thread, it, sender, text, time) }
        }
        return Assessment(bytes)
    }

    /** Says what the host knows of somebody; it counts from the next message on. */
    public fun setContact(name: String, contact: Contact) {
        translated { ffi.setContact(name.wellFormed(), contact.toFfi()) }
    }

    /**
     * Why the conversation with somebody stands where it stands; null for somebody who is not in
     * the thread.
     */
    public fun explain(name: String): Explanation? =
        translated { ffi.explain(name.wellFormed()) }?.toPublic()

    override fun close() {
        handle.close()
        ffi.close()
    }

    override fun toString(): String = "ChatThread"
}
