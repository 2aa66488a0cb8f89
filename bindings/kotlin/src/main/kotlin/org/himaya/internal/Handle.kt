package org.himaya.internal

import org.himaya.internal.ffi.UniffiLib
import java.util.concurrent.atomic.AtomicBoolean
import java.util.concurrent.atomic.AtomicLong
import org.himaya.internal.ffi.ChatThread as FfiThread
import org.himaya.internal.ffi.Conversation as FfiConversation
import org.himaya.internal.ffi.Conversations as FfiConversations
import org.himaya.internal.ffi.Guard as FfiGuard
import org.himaya.internal.ffi.StreamAnalyzer as FfiStreamAnalyzer

/**
 * A share of an object of the library, for calls that go past what UniFFI generates. Given back
 * when it was closed, or its owner is garbage, and no call is under way.
 */
internal class Handle private constructor(
    val raw: Long,
    private val name: String,
    private val free: (Long) -> Unit,
) {
    private val closed = AtomicBoolean()
    private val users = AtomicLong(1)

    /** Does [work] with the object, which lives until then. */
    inline fun <R> use(work: (Long) -> R): R {
        enter()
        try {
            return work(raw)
        } finally {
            leave()
        }
    }

    fun close() {
        if (closed.compareAndSet(false, true)) leave()
    }

    fun enter() {
        do {
            val now = users.get()
            check(now > 0 && !closed.get()) { "the $name closed" }
        } while (!users.compareAndSet(now, now + 1))
    }

    fun leave() {
        if (users.decrementAndGet() == 0L) free(raw)
    }

    companion object {
        fun of(owner: Any, guard: FfiGuard) =
            owned(owner, "guard is", translated { guard.uniffiCloneHandle() }, Native::freeGuard)

        fun of(owner: Any, conversation: FfiConversation): Handle {
            val raw = translated { conversation.uniffiCloneHandle() }
            return owned(owner, "conversation is", raw, Native::freeConversation)
        }

        fun of(owner: Any, conversations: FfiConversations): Handle {
            val raw = translated { conversations.uniffiCloneHandle() }
            return owned(owner, "conversations are", raw, Native::freeConversations)
        }

        fun of(owner: Any, thread: FfiThread) =
            owned(owner, "thread is", translated { thread.uniffiCloneHandle() }, Native::freeThread)

        fun of(owner: Any, stream: FfiStreamAnalyzer) =
            owned(owner, "stream is", translated { stream.uniffiCloneHandle() }, Native::freeStream)

        private fun owned(owner: Any, name: String, raw: Long, free: (Long) -> Unit): Handle {
            val handle = Handle(raw, name, free)
            UniffiLib.CLEANER.register(owner) { handle.close() }
            return handle
        }
    }
}
