package org.himaya.benchmark;

import com.sun.jna.Native;
import java.nio.ByteBuffer;
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

    /** Nanoseconds that it has worked on messages on this thread since this was last asked. */
    static double time() {
        return uniffi_himaya_ffi_fn_func_core_time(new UniffiRustCallStatus());
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

    private static native double uniffi_himaya_ffi_fn_func_core_time(UniffiRustCallStatus status);

    private static native RustBuffer.ByValue uniffi_himaya_ffi_fn_method_guard_time_picture(
            long guard,
            ForeignBytes.ByValue pixels,
            int width,
            int height,
            int times,
            UniffiRustCallStatus status);
}
