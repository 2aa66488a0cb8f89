package org.himaya.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks, and says what is the core's own time and what comes on top. */
public final class Overhead {
    private Overhead() {}

    public static void main(String[] names) throws RunnerException {
        var options = new OptionsBuilder()
                .forks(Integer.getInteger("forks", 2))
                .warmupIterations(5)
                .warmupTime(TimeValue.milliseconds(500))
                // Short ones: a busy machine leaves some of them alone.
                .measurementIterations(1000)
                .measurementTime(TimeValue.milliseconds(2))
                .verbosity(VerboseMode.SILENT);
        for (String name : names.length == 0 ? new String[] {"Benchmark"} : names) {
            options.include(name);
        }
        var lines = new ArrayList<String>();
        for (RunResult result : new Runner(options.build()).run()) {
            lines.add(line(result));
        }
        System.out.printf(
                "%n%-28s%-10s%12s%12s%12s%10s%n",
                "", "", "call, µs", "core, µs", "more, µs", "more, %");
        lines.forEach(System.out::println);
        System.out.println(
                "Medians of all iterations. What the core takes for messages is measured within the"
                        + " same calls, for pictures before each iteration.");
    }

    private static String line(RunResult result) {
        var calls = new ArrayList<Double>();
        var cores = new ArrayList<Double>();
        for (var fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                double call = iteration.getPrimaryResult().getScore() / 1000;
                double core = iteration.getSecondaryResults().get("core").getScore() / 1000;
                calls.add(call);
                cores.add(core);
            }
        }
        String name = result.getParams().getBenchmark();
        var parameters = new StringBuilder();
        for (String key : result.getParams().getParamsKeys()) {
            parameters.append(result.getParams().getParam(key));
        }
        return String.format(
                "%-28s%-10s%12.2f%12.2f%12.2f%10.2f",
                name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                parameters,
                median(calls),
                median(cores),
                median(calls) - median(cores),
                100 * (median(calls) - median(cores)) / median(cores));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
    }
}
