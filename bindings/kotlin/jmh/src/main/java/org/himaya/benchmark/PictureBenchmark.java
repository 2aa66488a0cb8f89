package org.himaya.benchmark;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.himaya.Guard;
import org.himaya.ImageResult;
import org.himaya.Picture;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A picture as raw pixels. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PictureBenchmark {
    @State(Scope.Thread)
    public static class Given {
        @Param({"224", "1000"})
        int side;

        ByteBuffer pixels;
        Picture picture;
        Guard guard;
        org.himaya.internal.ffi.Guard same;

        @Setup
        public void make() throws Exception {
            pixels = ByteBuffer.allocateDirect(side * side * 3);
            var random = new byte[side * side * 3];
            new Random(1).nextBytes(random);
            pixels.put(random).flip();
            picture = Picture.rgb(pixels, side, side);
            guard = new Guard();
            guard.loadImageModel();
            same = Generated.guard();
            same.loadImageModel();
        }
    }

    /** The core's own figure, taken before each iteration. */
    @State(Scope.Thread)
    public static class CoreTime {
        double nanoseconds;

        @Setup(Level.Iteration)
        public void measure(Given given) {
            nanoseconds = Core.picture(given.same, given.pixels, given.side, 1);
        }
    }

    /** Stands beside JMH's own figure; JMH clears it before an iteration. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Beside {
        public double core;
    }

    @Benchmark
    public ImageResult picture(Given given, CoreTime core, Beside beside) {
        beside.core = core.nanoseconds;
        return given.guard.assessImageBlocking(given.picture);
    }
}
