package dev.laurel.benchmarks.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import dev.laurel.engine.events.Event;
import dev.laurel.simulation.Edition;
import dev.laurel.simulation.Simulation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast a simulation decides the invoices of the sample shop: again and again from the
 * beginning, some at a time as they are read, as {@code laurel simulate} does once. Reading them is
 * not part of the time.
 */
final class RetailSpeed {

    private static final int WARM_UP = 40;
    private static final int MEASURED = 31;

    /** Invoices that are read before they are decided: few, as reading leaves them in the cache. */
    private static final int AT_A_TIME = 32;

    private static final JsonMapper JSON = new JsonMapper();

    private final Edition edition;
    private final List<String> lines;

    private RetailSpeed(Edition edition, List<String> lines) {
        this.edition = edition;
        this.lines = lines;
    }

    /**
     * Events per second.
     *
     * @param events how many the sample has
     * @param first of processor time of the deciding thread, in the first run of the JVM
     * @param perCoreSecond of processor time of the deciding thread, the median of the runs
     * @param perProcessSecond of processor time of the whole JVM, so with reading and garbage
     *     collection
     * @param perSecond by the clock, the median of the runs
     */
    record Figures(
            int events,
            double first,
            double perCoreSecond,
            double perProcessSecond,
            double perSecond) {}

    /** Reads the sample. */
    static RetailSpeed read(Path sample) throws IOException {
        Map<String, Object> document;
        try (InputStream yaml = Files.newInputStream(sample.resolve("program.yaml"))) {
            document = Programs.document(yaml);
        }
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(
                                        Files.newInputStream(sample.resolve("events.ndjson.gz"))),
                                UTF_8))) {
            return new RetailSpeed(
                    Edition.of(document, Programs.compiled(document)), lines.lines().toList());
        }
    }

    /** An invoice as the file has it. */
    private record Line(
            String source,
            String id,
            String type,
            String subject,
            Instant time,
            Map<String, Object> data) {}

    private static Event event(String text, Map<String, String> sources) {
        Line line = JSON.readValue(text, Line.class);
        return new Event(
                sources.computeIfAbsent(line.source, source -> source),
                line.id,
                line.type,
                line.subject,
                line.time,
                line.time,
                true,
                line.data);
    }

    Figures measure() {
        double first = run()[0];
        for (int i = 1; i < WARM_UP; i++) {
            run();
        }
        OperatingSystemMXBean process =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = process.getProcessCpuTime();
        double[] ofCore = new double[MEASURED];
        double[] ofClock = new double[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            double[] rates = run();
            ofCore[i] = rates[0];
            ofClock[i] = rates[1];
        }
        double seconds = (process.getProcessCpuTime() - before) / 1e9;
        return new Figures(
                lines.size(),
                first,
                median(ofCore),
                (double) MEASURED * lines.size() / seconds,
                median(ofClock));
    }

    /** Events per second of the thread's processor time, and by the clock. */
    private double[] run() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Simulation simulation = Simulation.of(edition, Map.of());
        Map<String, String> sources = new HashMap<>();
        long ofThread = 0;
        long ofClock = 0;
        for (int from = 0; from < lines.size(); from += AT_A_TIME) {
            List<Event> invoices =
                    lines.subList(from, Math.min(lines.size(), from + AT_A_TIME)).stream()
                            .map(line -> event(line, sources))
                            .toList();
            long start = System.nanoTime();
            long startOfThread = threads.getCurrentThreadCpuTime();
            invoices.forEach(simulation::accept);
            ofThread += threads.getCurrentThreadCpuTime() - startOfThread;
            ofClock += System.nanoTime() - start;
        }
        return new double[] {lines.size() * 1e9 / ofThread, lines.size() * 1e9 / ofClock};
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
