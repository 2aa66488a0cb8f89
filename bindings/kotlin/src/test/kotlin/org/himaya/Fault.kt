package org.himaya

import com.sun.jna.Native
import com.sun.jna.Pointer
import org.himaya.internal.Direct
import org.himaya.internal.ffi.FfiConverterString
import org.himaya.internal.ffi.RustBuffer
import org.himaya.internal.ffi.UniffiRustCallStatus
import org.himaya.internal.ffi.InternalException
import org.himaya.internal.atWork
import org.himaya.internal.translated

/** Functions that only the library for tests has. */
private object Faulty {
    init {
        Native.register(Faulty::class.java, System.getProperty("uniffi.component.himaya_ffi.libraryOverride"))
    }

    external fun uniffi_himaya_ffi_fn_func_deliberate_fault(text: RustBuffer.ByValue, status: UniffiRustCallStatus)
    external fun himaya_deliberate_fault(guard: Long, text: Pointer, length: Long, room: Pointer, capacity: Long): Long
}

fun main() {
    val guard = Guard(GuardConfig(textModel = TextModel.None))
    try {
        translated {
            val status = UniffiRustCallStatus()
            Faulty.uniffi_himaya_ffi_fn_func_deliberate_fault(FfiConverterString.lower("CANARY"), status)
            check(status.isPanic())
            throw InternalException(FfiConverterString.lift(status.error_buf))
        }
    } catch (fault: HimayaFault) {
        println(fault.message)
    }
    try {
        atWork { place ->
            place.text.write("CANARY")
            val returned = Faulty.himaya_deliberate_fault(
                0, place.text.address, place.text.size, place.room.address, place.room.size.toLong(),
            )
            with(Direct) { place.answer(returned) }
        }
    } catch (fault: HimayaFault) {
        println("directly: ${fault.message}")
    }
    check(guard.assessMessage(SECRET).findings.isNotEmpty())
    println("the library goes on")
}
