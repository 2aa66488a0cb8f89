package org.himaya.benchmark;

import com.sun.jna.Native;
import java.nio.ByteBuffer;
import org.himaya.internal.ffi.FfiConverterString;
import org.himaya.internal.ffi.ForeignBytes;
import org.himaya.internal.ffi.Guard;
import org.himaya.internal.ffi.RustBuffer;
import org.himaya.internal.ffi.UniffiRustCallStatus;

/** What the core itself takes, as the library with `test-support` measures it from within. */
final class Core {
    private Core() {}

    static {
        Native.register(Core.class, System.getProperty("uniffi.component.himaya_ffi.libraryOverride"));
    }

    /** Nanoseconds a message, in the mean of {@code times}. */
    static double message(Guard guard, String text, int times) {
        return uniffi_himaya_ffi_fn_method_guard_time_message(
                guard.uniffiCloneHandle(),
                FfiConverterString.INSTANCE.lower(text),
                times,
                new UniffiRustCallStatus());
    }

    /** Nanoseconds an RGB picture, in the mean of {@code times}. */
    static double picture(Guard guard, ByteBuffer pixels, int side, int times) {
        var bytes = new ForeignBytes.ByValue();
        bytes.len = pixels.remaining();
        bytes.data = Native.getDirectBufferPointer(pixels);
        return uniffi_himaya_ffi_fn_method_guard_time_picture(
                guard.uniffiCloneHandle(), bytes, side, side, times, new UniffiRustCallStatus());
    }

    private static native double uniffi_himaya_ffi_fn_method_guard_time_message(
            long guard, RustBuffer.ByValue text, int times, UniffiRustCallStatus status);

    private static native double uniffi_himaya_ffi_fn_method_guard_time_picture(
            long guard,
            ForeignBytes.ByValue pixels,
            int width,
            int height,
            int times,
            UniffiRustCallStatus status);
}
