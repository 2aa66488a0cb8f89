package org.himaya.internal

import com.sun.jna.Pointer
import org.himaya.Assessment
import org.himaya.Frame
import org.himaya.FrameOutcome
import org.himaya.HimayaFault
import org.himaya.Message
import org.himaya.Observation
import org.himaya.Picture
import org.himaya.Role
import org.himaya.StatusReason
import org.himaya.internal.ffi.FfiConverterString
import org.himaya.internal.ffi.FfiConverterTypeImageError
import org.himaya.internal.ffi.RustBuffer
import org.himaya.internal.ffi.uniffiEnsureInitialized
import java.nio.ByteBuffer

/**
 * Calls into the library.
 *
 * UniFFI's way of passing structures through JNA takes 50 µs and more a message, so calls for
 * assessments go past it, and results stay in UniFFI's own bytes, which [Assessment] reads when it
 * is asked. For messages the library has functions of its own (`ffi/src/direct.rs`), which take
 * numbers and addresses and answer in memory that is given to them; pictures go to UniFFI's
 * functions, with structures that are set in memory instead of by reflection.
 */
internal object Native {
    init {
        // Checks that library and generated code are of one version, and sets up what hosts
        // implement.
        translated { uniffiEnsureInitialized() }
        com.sun.jna.Native.register(Native::class.java, library())
    }

    private fun library(): String =
        System.getProperty("uniffi.component.himaya_ffi.libraryOverride") ?: "himaya_ffi"

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

    fun assessImage(guard: Long, picture: Picture): ByteArray = atWork { place ->
        when (picture) {
            is Picture.Encoded -> place.seeing(picture.bytes) {
                uniffi_himaya_ffi_fn_method_guard_assess_image(
                    uniffi_himaya_ffi_fn_clone_guard(guard, place.status),
                    place.borrowed,
                    place.status,
                )
            }
            is Picture.Pixels -> place.seeing(picture.bytes) {
                uniffi_himaya_ffi_fn_method_guard_assess_rgb_or_rgba(
                    uniffi_himaya_ffi_fn_clone_guard(guard, place.status),
                    place.borrowed,
                    picture.width,
                    picture.height,
                    flag(picture.alpha),
                    place.status,
                )
            }
        }
    }

    fun push(stream: Long, frame: Frame): FrameOutcome = atWork { place ->
        val pixels = frame.pixels
        val outcome = place.seeing(pixels.bytes) {
            uniffi_himaya_ffi_fn_method_streamanalyzer_push_rgb_or_rgba(
                uniffi_himaya_ffi_fn_clone_streamanalyzer(stream, place.status),
                place.borrowed,
                pixels.width,
                pixels.height,
                flag(pixels.alpha),
                frame.timeMs,
                place.status,
            )
        }
        FrameOutcome.entries[ByteBuffer.wrap(outcome).getInt() - 1]
    }

    fun streamNow(stream: Long): ByteArray = atWork { place ->
        place.asking {
            uniffi_himaya_ffi_fn_method_streamanalyzer_assessment(
                uniffi_himaya_ffi_fn_clone_streamanalyzer(stream, place.status),
                place.status,
            )
        }
    }

    fun streamSummary(stream: Long): ByteArray = atWork { place ->
        place.asking {
            uniffi_himaya_ffi_fn_method_streamanalyzer_summary(
                uniffi_himaya_ffi_fn_clone_streamanalyzer(stream, place.status),
                place.status,
            )
        }
    }

    fun assessFailure(guard: Long, reason: StatusReason): ByteArray = atWork { place ->
        place.lower(ByteBuffer.allocate(Int.SIZE_BYTES).putInt(reason.ordinal + 1).array())
        place.asking {
            uniffi_himaya_ffi_fn_method_guard_assess_failure(
                uniffi_himaya_ffi_fn_clone_guard(guard, place.status),
                place.passed,
                place.status,
            )
        }
    }

    /** What `observeKept` gave: trouble, if there was any, before the assessment. */
    fun observation(bytes: ByteArray): Observation {
        val start = ByteBuffer.wrap(bytes)
        if (start.get() == NO) return Observation.Kept(Assessment(bytes, start.position()))
        val trouble = FfiConverterString.read(start)
        return Observation.Troubled(Assessment(bytes, start.position()), trouble)
    }

    fun freeGuard(handle: Long) =
        atWork { uniffi_himaya_ffi_fn_free_guard(handle, it.status) }

    fun freeConversation(handle: Long) =
        atWork { uniffi_himaya_ffi_fn_free_conversation(handle, it.status) }

    fun freeConversations(handle: Long) =
        atWork { uniffi_himaya_ffi_fn_free_conversations(handle, it.status) }

    fun freeThread(handle: Long) =
        atWork { uniffi_himaya_ffi_fn_free_chatthread(handle, it.status) }

    fun freeStream(handle: Long) =
        atWork { uniffi_himaya_ffi_fn_free_streamanalyzer(handle, it.status) }

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
        returned == 0L -> taken(Returned(room.address).apply { read() })
        else -> throw HimayaFault(String(room.read((-returned).toInt())))
    }

    private inline fun Workplace.seeing(bytes: ByteBuffer, call: () -> Returned): ByteArray {
        val data = if (bytes.hasRemaining()) com.sun.jna.Native.getDirectBufferPointer(bytes) else null
        borrowed.set(data, bytes.remaining())
        // Else the buffer would be garbage while the library reads it.
        try {
            return asking(call)
        } finally {
            java.lang.ref.Reference.reachabilityFence(bytes)
        }
    }

    private inline fun Workplace.asking(call: () -> Returned): ByteArray {
        status.setByte(0, SUCCESS)
        val returned = call()
        if (status.getByte(0) != SUCCESS) throw failure()
        return taken(returned)
    }

    private fun Workplace.taken(returned: Returned): ByteArray {
        val bytes = returned.data?.getByteArray(0, returned.len.toInt()) ?: ByteArray(0)
        passed.set(returned.capacity, returned.len, returned.data)
        ffi_himaya_ffi_rustbuffer_free(passed, status)
        return bytes
    }

    /** Bytes as the library takes them over. */
    private fun Workplace.lower(bytes: ByteArray) {
        text.write(bytes)
        borrowed.set(text.address, bytes.size)
        status.setByte(0, SUCCESS)
        val buffer = ffi_himaya_ffi_rustbuffer_from_bytes(borrowed, status)
        if (status.getByte(0) != SUCCESS) throw failure()
        passed.set(buffer.capacity, buffer.len, buffer.data)
    }

    private fun Workplace.failure(): Exception {
        val error = RustBuffer.create(
            status.getLong(ERROR + CAPACITY).toULong(),
            status.getLong(ERROR + LENGTH).toULong(),
            status.getPointer(ERROR + DATA),
        )
        // Of these functions only those for pictures have errors.
        return when (status.getByte(0)) {
            REFUSED -> FfiConverterTypeImageError.lift(error).toPublic()
            else -> HimayaFault(FfiConverterString.lift(error))
        }
    }

    private fun flag(set: Boolean): Byte = if (set) 1 else 0

    private const val SUCCESS: Byte = 0
    private const val REFUSED: Byte = 1
    private const val NO: Byte = 0
    private const val ERROR = 8L
    private const val UNKNOWN_TIME = Long.MIN_VALUE

    private external fun uniffi_himaya_ffi_fn_clone_guard(handle: Long, status: Pointer): Long
    private external fun uniffi_himaya_ffi_fn_free_guard(handle: Long, status: Pointer)
    private external fun uniffi_himaya_ffi_fn_free_conversation(handle: Long, status: Pointer)
    private external fun uniffi_himaya_ffi_fn_free_conversations(handle: Long, status: Pointer)
    private external fun uniffi_himaya_ffi_fn_free_chatthread(handle: Long, status: Pointer)
    private external fun uniffi_himaya_ffi_fn_clone_streamanalyzer(handle: Long, status: Pointer): Long
    private external fun uniffi_himaya_ffi_fn_free_streamanalyzer(handle: Long, status: Pointer)

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

    private external fun uniffi_himaya_ffi_fn_method_guard_assess_image(
        guard: Long,
        bytes: Borrowed,
        status: Pointer,
    ): Returned

    private external fun uniffi_himaya_ffi_fn_method_guard_assess_rgb_or_rgba(
        guard: Long,
        pixels: Borrowed,
        width: Int,
        height: Int,
        alpha: Byte,
        status: Pointer,
    ): Returned

    private external fun uniffi_himaya_ffi_fn_method_guard_assess_failure(
        guard: Long,
        reason: Passed,
        status: Pointer,
    ): Returned

    private external fun uniffi_himaya_ffi_fn_method_streamanalyzer_push_rgb_or_rgba(
        stream: Long,
        pixels: Borrowed,
        width: Int,
        height: Int,
        alpha: Byte,
        timeMs: Long,
        status: Pointer,
    ): Returned

    private external fun uniffi_himaya_ffi_fn_method_streamanalyzer_assessment(
        stream: Long,
        status: Pointer,
    ): Returned

    private external fun uniffi_himaya_ffi_fn_method_streamanalyzer_summary(
        stream: Long,
        status: Pointer,
    ): Returned

    private external fun ffi_himaya_ffi_rustbuffer_from_bytes(
        bytes: Borrowed,
        status: Pointer,
    ): Returned

    private external fun ffi_himaya_ffi_rustbuffer_free(buffer: Passed, status: Pointer)
}
