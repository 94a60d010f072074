package dev.laurel.benchmarks.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** All measurements of the engine alone: {@code ./laurel bench --engine}. */
public final class EngineBench {

    private EngineBench() {}

    /**
     * Measures for about two and a half minutes.
     *
     * @param sample the folder of the sample shop
     */
    public static void run(Path sample, PrintWriter out) throws IOException {
        out.println("Deciding the sample's invoices ...");
        out.flush();
        RetailSpeed.Figures retail = RetailSpeed.read(sample).measure();
        out.println("Deciding with JMH ...");
        out.flush();
        Collection<RunResult> results;
        try {
            results =
                    new Runner(
                                    new OptionsBuilder()
                                            .include(DecisionBenchmark.class.getName())
                                            .include(ManyRulesBenchmark.class.getName())
                                            .forks(1)
                                            .warmupIterations(5)
                                            .warmupTime(TimeValue.seconds(1))
                                            .measurementIterations(5)
                                            .measurementTime(TimeValue.seconds(2))
                                            .build())
                            .run();
        } catch (RunnerException failure) {
            throw new IllegalStateException(
                    "Expected the benchmarks to run, but: " + failure.getMessage(), failure);
        }
        results.forEach(result -> out.println(line(result)));
        out.printf(
                Locale.ROOT,
                "Retail sample, %,d invoices a run: %,.0f events a second of processor time of the deciding thread (%,.0f in the first run of the JVM), %,.0f of the JVM's with reading them, %,.0f by the clock%n",
                retail.events(),
                retail.perCoreSecond(),
                retail.first(),
                retail.perProcessSecond(),
                retail.perSecond());
        out.flush();
    }

    private static String line(RunResult run) {
        Result<?> result = run.getPrimaryResult();
        String rules = run.getParams().getParam("rules");
        return String.format(
                Locale.ROOT,
                "%-45s %,9.0f ± %,.0f %s",
                run.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1")
                        + (rules == null ? "" : ", %s rules".formatted(rules)),
                result.getScore(),
                result.getScoreError(),
                result.getScoreUnit());
    }
}
