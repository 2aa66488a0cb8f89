package org.himaya.internal

import com.sun.jna.Pointer
import org.himaya.Assessment
import org.himaya.HimayaFault
import org.himaya.Message
import org.himaya.Observation
import org.himaya.Role
import org.himaya.internal.ffi.FfiConverterString
import java.nio.ByteBuffer

/**
 * Calls for messages.
 *
 * UniFFI's way of passing structures through JNA takes 50 µs and more a message, so the library has
 * functions of its own for them (`ffi/src/direct.rs`), which take numbers and addresses and answer
 * in memory that is given to them, in UniFFI's own bytes.
 */
internal object Direct {
    init {
        Native.register(Direct::class.java)
    }

    fun assessMessage(guard: Long, text: String): ByteArray = atWork { place ->
        place.reading(text) {
            himaya_assess_message(
                guard,
                place.text.address,
                place.text.size,
                place.room.address,
                place.room.size.toLong(),
            )
        }
    }

    fun observe(guard: Long, conversation: Long, message: Message): ByteArray = atWork { place ->
        place.reading(message.text) {
            himaya_observe(
                guard,
                conversation,
                flag(message.role == Role.PROTECTED),
                place.text.address,
                place.text.size,
                message.time ?: UNKNOWN_TIME,
                flag(message.edited),
                place.room.address,
                place.room.size.toLong(),
            )
        }
    }

    fun observeKept(
        conversations: Long,
        guard: Long,
        counterpart: String,
        message: Message,
    ): ByteArray = atWork { place ->
        place.naming(counterpart) {
            place.reading(message.text) {
                himaya_observe_kept(
                    conversations,
                    guard,
                    place.name.address,
                    place.name.size,
                    flag(message.role == Role.PROTECTED),
                    place.text.address,
                    place.text.size,
                    message.time ?: UNKNOWN_TIME,
                    flag(message.edited),
                    place.room.address,
                    place.room.size.toLong(),
                )
            }
        }
    }

    fun observeInThread(
        thread: Long,
        guard: Long,
        sender: String,
        text: String,
        time: Long?,
    ): ByteArray = atWork { place ->
        place.naming(sender) {
            place.reading(text) {
                himaya_observe_in_thread(
                    thread,
                    guard,
                    place.name.address,
                    place.name.size,
                    place.text.address,
                    place.text.size,
                    time ?: UNKNOWN_TIME,
                    place.room.address,
                    place.room.size.toLong(),
                )
            }
        }
    }

    /** What `observeKept` gave: trouble, if there was any, before the assessment. */
    fun observation(bytes: ByteArray): Observation {
        val start = ByteBuffer.wrap(bytes)
        if (start.get() == NO) return Observation.Kept(Assessment(bytes, start.position()))
        val trouble = FfiConverterString.read(start)
        return Observation.Troubled(Assessment(bytes, start.position()), trouble)
    }

    private inline fun Workplace.reading(message: String, call: () -> Long): ByteArray {
        text.write(message)
        val returned = try {
            call()
        } finally {
            text.wipe()
        }
        return answer(returned)
    }

    private inline fun <R> Workplace.naming(whom: String, work: () -> R): R {
        name.write(whom)
        try {
            return work()
        } finally {
            name.wipe()
        }
    }

    /** What a direct call answered. */
    fun Workplace.answer(returned: Long): ByteArray = when {
        returned > 0 -> room.read(returned.toInt())
        // It did not fit, and came in a buffer.
        returned == 0L -> with(Native) { taken(Returned(room.address).apply { read() }) }
        else -> throw HimayaFault(String(room.read((-returned).toInt())))
    }

    private const val NO: Byte = 0
    private const val UNKNOWN_TIME = Long.MIN_VALUE

    private external fun himaya_assess_message(
        guard: Long,
        text: Pointer,
        length: Long,
        room: Pointer,
        capacity: Long,
    ): Long

    private external fun himaya_observe(
        guard: Long,
        conversation: Long,
        fromProtected: Byte,
        text: Pointer,
        length: Long,
        time: Long,
        edited: Byte,
        room: Pointer,
        capacity: Long,
    ): Long

    private external fun himaya_observe_kept(
        conversations: Long,
        guard: Long,
        counterpart: Pointer,
        counterpartLength: Long,
        fromProtected: Byte,
        text: Pointer,
        length: Long,
        time: Long,
        edited: Byte,
        room: Pointer,
        capacity: Long,
    ): Long

    private external fun himaya_observe_in_thread(
        thread: Long,
        guard: Long,
        sender: Pointer,
        senderLength: Long,
        text: Pointer,
        length: Long,
        time: Long,
        room: Pointer,
        capacity: Long,
    ): Long
}
