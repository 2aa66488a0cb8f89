package org.himaya.internal

import com.sun.jna.Memory
import com.sun.jna.Pointer
import com.sun.jna.Structure

/** Bytes that the library may read until the call returns: UniFFI's `ForeignBytes`. */
@Structure.FieldOrder("len", "data")
internal class Borrowed : Structure(), Structure.ByValue {
    @JvmField var len: Int = 0
    @JvmField var data: Pointer? = null
    private val place = layout { ensureAllocated(); fieldOffset("data").toLong() }

    fun set(data: Pointer?, length: Int) {
        pointer.setInt(0, length)
        pointer.setPointer(place, data)
    }
}

/** UniFFI's `RustBuffer` as an argument. */
@Structure.FieldOrder("capacity", "len", "data")
internal class Passed : Structure(), Structure.ByValue {
    @JvmField var capacity: Long = 0
    @JvmField var len: Long = 0
    @JvmField var data: Pointer? = null

    init {
        layout { ensureAllocated() }
    }

    fun set(capacity: Long, length: Long, data: Pointer?) {
        pointer.setLong(CAPACITY, capacity)
        pointer.setLong(LENGTH, length)
        pointer.setPointer(DATA, data)
    }
}

/** UniFFI's `RustBuffer` as a result. JNA makes one from memory that ends with the call. */
@Structure.FieldOrder("capacity", "len", "data")
internal class Returned(memory: Pointer?) : Structure(memory), Structure.ByValue {
    @JvmField var capacity: Long = 0
    @JvmField var len: Long = 0
    @JvmField var data: Pointer? = null

    // What JNA does by reflection.
    override fun read() {
        capacity = pointer.getLong(CAPACITY)
        len = pointer.getLong(LENGTH)
        data = pointer.getPointer(DATA)
    }
}

internal const val CAPACITY = 0L
internal const val LENGTH = 8L
internal const val DATA = 16L

/** JNA copies the fields by reflection before and after each call; these are set in memory. */
private inline fun <T> Structure.layout(read: () -> T): T {
    setAutoSynch(false)
    return read()
}

/** What a thread needs for a call, made once and used again. */
internal class Workplace {
    private var buffer = Memory(KEPT)

    /** UniFFI's `RustCallStatus`: a byte that says what happened, then a buffer with the error. */
    val status = Memory(STATUS_SIZE)
    val borrowed = Borrowed()
    val passed = Passed()
    var busy = false

    /** Text where the library can read it, until [wipe]. */
    fun write(bytes: ByteArray) {
        if (buffer.size() < bytes.size) buffer = Memory(bytes.size.toLong())
        buffer.write(0, bytes, 0, bytes.size)
        borrowed.set(buffer, bytes.size)
    }

    /** Leaves no word behind, and no large buffer. */
    fun wipe(length: Int) {
        buffer.clear(length.toLong())
        if (buffer.size() > KEPT) {
            buffer.close()
            buffer = Memory(KEPT)
        }
    }

    private companion object {
        const val KEPT = 4096L
        const val STATUS_SIZE = 32L
    }
}

private val workplaces = ThreadLocal.withInitial(::Workplace)

/** Does [work] at this thread's workplace, or at another where a call within a call asks. */
internal inline fun <R> atWork(work: (Workplace) -> R): R {
    val own = workplaces.get()
    val place = if (own.busy) Workplace() else own
    place.busy = true
    try {
        return work(place)
    } finally {
        place.busy = false
    }
}
