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
        return mean(uniffi_himaya_ffi_fn_method_guard_time_message(
                guard.uniffiCloneHandle(),
                FfiConverterString.INSTANCE.lower(text),
                times,
                new UniffiRustCallStatus()));
    }

    /** Nanoseconds an RGB picture, in the mean of {@code times}. */
    static double picture(Guard guard, ByteBuffer pixels, int side, int times) {
        var bytes = new ForeignBytes.ByValue();
        bytes.len = pixels.remaining();
        bytes.data = Native.getDirectBufferPointer(pixels);
        return mean(uniffi_himaya_ffi_fn_method_guard_time_picture(
                guard.uniffiCloneHandle(), bytes, side, side, times, new UniffiRustCallStatus()));
    }

    /** Of a list of numbers as UniFFI writes it: how many, then each. */
    private static double mean(RustBuffer.ByValue written) {
        var bytes = written.asByteBuffer();
        int many = bytes.getInt();
        double sum = 0;
        for (int at = 0; at < many; at++) {
            sum += bytes.getDouble();
        }
        RustBuffer.Companion.free$himaya(written);
        return sum / many;
    }

    private static native RustBuffer.ByValue uniffi_himaya_ffi_fn_method_guard_time_message(
            long guard, RustBuffer.ByValue text, int times, UniffiRustCallStatus status);

    private static native RustBuffer.ByValue uniffi_himaya_ffi_fn_method_guard_time_picture(
            long guard,
            ForeignBytes.ByValue pixels,
            int width,
            int height,
            int times,
            UniffiRustCallStatus status);
}
