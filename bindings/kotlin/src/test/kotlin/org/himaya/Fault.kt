package org.himaya

import com.sun.jna.Native
import org.himaya.internal.ffi.FfiConverterString
import org.himaya.internal.ffi.RustBuffer
import org.himaya.internal.ffi.UniffiRustCallStatus
import org.himaya.internal.ffi.InternalException
import org.himaya.internal.translated

/** A function that only the library for tests has. */
private object Faulty {
    init {
        Native.register(Faulty::class.java, System.getProperty("uniffi.component.himaya_ffi.libraryOverride"))
    }

    external fun uniffi_himaya_ffi_fn_func_deliberate_fault(text: RustBuffer.ByValue, status: UniffiRustCallStatus)
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
    check(guard.assessMessage(SECRET).findings.isNotEmpty())
    println("the library goes on")
}
