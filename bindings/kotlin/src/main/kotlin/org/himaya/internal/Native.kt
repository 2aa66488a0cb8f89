package org.himaya.internal

import com.sun.jna.Pointer
import org.himaya.Frame
import org.himaya.FrameOutcome
import org.himaya.HimayaFault
import org.himaya.Picture
import org.himaya.StatusReason
import org.himaya.internal.ffi.FfiConverterString
import org.himaya.internal.ffi.FfiConverterTypeImageError
import org.himaya.internal.ffi.RustBuffer
import org.himaya.internal.ffi.uniffiEnsureInitialized
import java.nio.ByteBuffer

/**
 * Calls of UniFFI's functions past the code that it generates, with structures that are set in
 * memory instead of by reflection. Results stay in UniFFI's own bytes, which
 * [org.himaya.Assessment] reads when it is asked. Messages go to [Direct].
 */
internal object Native {
    init {
        // Checks that library and generated code are of one version, and sets up what hosts
        // implement.
        translated { uniffiEnsureInitialized() }
        register(Native::class.java)
    }

    /** Binds the functions of a class to the library's. */
    fun register(functions: Class<*>): Unit = com.sun.jna.Native.register(
        functions,
        System.getProperty("uniffi.component.himaya_ffi.libraryOverride") ?: "himaya_ffi",
    )

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

    /** The bytes of a buffer, which is freed. */
    fun Workplace.taken(returned: Returned): ByteArray {
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

    private const val SUCCESS: Byte = 0
    private const val REFUSED: Byte = 1
    private const val ERROR = 8L

    private external fun uniffi_himaya_ffi_fn_clone_guard(handle: Long, status: Pointer): Long
    private external fun uniffi_himaya_ffi_fn_free_guard(handle: Long, status: Pointer)
    private external fun uniffi_himaya_ffi_fn_free_conversation(handle: Long, status: Pointer)
    private external fun uniffi_himaya_ffi_fn_free_conversations(handle: Long, status: Pointer)
    private external fun uniffi_himaya_ffi_fn_free_chatthread(handle: Long, status: Pointer)
    private external fun uniffi_himaya_ffi_fn_clone_streamanalyzer(handle: Long, status: Pointer): Long
    private external fun uniffi_himaya_ffi_fn_free_streamanalyzer(handle: Long, status: Pointer)

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

internal fun flag(set: Boolean): Byte = if (set) 1 else 0
