package org.himaya.internal

import org.himaya.ConversationStore
import org.himaya.StreamChange
import org.himaya.internal.ffi.ConversationStore as FfiConversationStore
import org.himaya.internal.ffi.StoreException as FfiStoreException
import org.himaya.internal.ffi.StreamChange as FfiStreamChange
import org.himaya.internal.ffi.StreamObserver as FfiStreamObserver

/** A host's store as the library calls it. */
internal class HostedStore(private val store: ConversationStore) : FfiConversationStore {
    override fun load(counterpart: String): ByteArray? = guarded { store.load(counterpart) }

    override fun save(counterpart: String, state: ByteArray) =
        guarded { store.save(counterpart, state) }

    override fun forget(counterpart: String): Boolean = guarded { store.forget(counterpart) }

    override fun forgetAll() = guarded { store.forgetAll() }

    // Nobody knows what else it says.
    private inline fun <T> guarded(call: () -> T): T = try {
        call()
    } catch (thrown: Throwable) {
        throw FfiStoreException.Host(thrown.javaClass.simpleName)
    }
}

/** A host's observer as the library calls it. */
internal class HostedObserver(private val tell: (StreamChange) -> Unit) : FfiStreamObserver {
    private val thrown = ThreadLocal<Throwable?>()

    override fun onChange(change: FfiStreamChange) {
        // The library would make a fault of it.
        try {
            tell(change.toPublic())
        } catch (failed: Throwable) {
            thrown.set(failed)
        }
    }

    /** Does [call], then throws what the observer threw meanwhile. */
    inline fun <T> passingOn(call: () -> T): T {
        val result = call()
        thrown()?.let { throw it }
        return result
    }

    fun thrown(): Throwable? = thrown.get().also { thrown.remove() }
}
