package org.himaya.benchmark;

import org.himaya.GuardConfig;
import org.himaya.internal.ConvertKt;
import org.himaya.internal.ffi.Guard;

/** The generated code's own guard, made as the package makes it. */
final class Generated {
    private Generated() {}

    static Guard guard() throws Exception {
        return new Guard(ConvertKt.toFfi(new GuardConfig()));
    }
}
