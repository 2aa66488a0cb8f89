package org.himaya.internal

import com.sun.jna.Memory
import com.sun.jna.Native
import com.sun.jna.Pointer
import com.sun.jna.Structure
import java.nio.ByteBuffer

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

/** Bytes at a fixed place, which the virtual machine reads and writes without a call. */
internal class Place(size: Int) {
    private val bytes: ByteBuffer = ByteBuffer.allocateDirect(size)
    val address: Pointer = Native.getDirectBufferPointer(bytes)
    val size: Int get() = bytes.capacity()

    fun write(from: ByteArray) {
        bytes.clear()
        bytes.put(from)
    }

    fun read(length: Int): ByteArray {
        val read = ByteArray(length)
        bytes.clear()
        bytes.get(read)
        return read
    }
}

/** A text where the library can read it, until it is wiped. */
internal class Given {
    private var place = Place(KEPT)
    private var length = 0

    val address: Pointer get() = place.address
    val size: Long get() = length.toLong()

    fun write(text: String) = write(text.toByteArray())

    fun write(bytes: ByteArray) {
        if (place.size < bytes.size) place = Place(bytes.size)
        length = bytes.size
        place.write(bytes)
    }

    /** Leaves no word behind, and no large buffer. */
    fun wipe() {
        place.write(if (length <= NOTHING.size) NOTHING else ByteArray(length))
        if (place.size > KEPT) place = Place(KEPT)
    }

    private companion object {
        const val KEPT = 4096
        val NOTHING = ByteArray(256)
    }
}

/** What a thread needs for a call, made once and used again. */
internal class Workplace {
    val text = Given()
    val name = Given()

    /** Where direct calls answer. */
    val room = Place(ROOM)

    /** UniFFI's `RustCallStatus`: a byte that says what happened, then a buffer with the error. */
    val status = Memory(STATUS_SIZE)
    val borrowed = Borrowed()
    val passed = Passed()
    var busy = false

    private companion object {
        const val ROOM = 4096
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
