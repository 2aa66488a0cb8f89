package org.himaya.benchmark;

import java.util.concurrent.TimeUnit;
import org.himaya.Assessment;
import org.himaya.Guard;
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
import org.openjdk.jmh.infra.Blackhole;

/** A message, and what is asked of its assessment. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MessageBenchmark {
    @State(Scope.Thread)
    public static class Given {
        @Param({"harmless", "found"})
        String message;

        String text;
        Guard guard;
        org.himaya.internal.ffi.Guard same;

        @Setup
        public void make() throws Exception {
            text = message.equals("found")
                    ? "are you home alone? don't tell your mum"
                    : "see you at practice tomorrow";
            guard = new Guard();
            same = Generated.guard();
            guard.assessMessage(text);
        }
    }

    /** What the core took in the calls of the iteration before. */
    @State(Scope.Thread)
    public static class CoreTime {
        double nanoseconds;
        long calls;

        @Setup(Level.Iteration)
        public void measure() {
            double all = Core.time();
            nanoseconds = calls == 0 ? all : all / calls;
            calls = 0;
        }
    }

    /** Stands beside JMH's own figure; JMH clears it before an iteration. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Beside {
        public double core;
    }

    /** Action and risk: what decides. */
    @Benchmark
    public void verdict(Given given, CoreTime core, Beside beside, Blackhole sink) {
        core.calls++;
        beside.core = core.nanoseconds;
        Assessment assessment = given.guard.assessMessage(given.text);
        sink.consume(assessment.getAction());
        sink.consume(assessment.getRisk());
    }

    /** Everything that an assessment holds. */
    @Benchmark
    public void everything(Given given, CoreTime core, Beside beside, Blackhole sink) {
        core.calls++;
        beside.core = core.nanoseconds;
        Assessment assessment = given.guard.assessMessage(given.text);
        sink.consume(assessment.getAction());
        sink.consume(assessment.getFindings());
        sink.consume(assessment.getModels());
    }

    /** For comparison: the generated code alone, without this package's own calls. */
    @Benchmark
    public Object generated(Given given, CoreTime core, Beside beside) {
        core.calls++;
        beside.core = core.nanoseconds;
        return given.same.assessMessage(given.text);
    }
}
