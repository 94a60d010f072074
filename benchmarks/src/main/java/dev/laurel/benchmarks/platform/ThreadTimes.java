package dev.laurel.benchmarks.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Processor time of the threads of a JVM, by their names without numbers: which part of the
 * platform works.
 *
 * @param milliseconds per group of threads since the JVM started
 */
public record ThreadTimes(Map<String, Double> milliseconds) {

    private static final Pattern THREAD =
            Pattern.compile(
                    "^\"(?<name>.*?)\" (?:#\\d+ )?.*cpu=(?<time>[0-9.]+)ms", Pattern.MULTILINE);

    public ThreadTimes {
        milliseconds = Map.copyOf(milliseconds);
    }

    /**
     * Asks a JVM of the same user.
     *
     * @throws IOException if it does not answer
     */
    static ThreadTimes of(ProcessHandle jvm) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process =
                new ProcessBuilder(jcmd.toString(), Long.toString(jvm.pid()), "Thread.print")
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        return parse(new String(process.getInputStream().readAllBytes(), UTF_8));
    }

    static ThreadTimes parse(String dump) {
        Map<String, Double> times = new TreeMap<>();
        Matcher threads = THREAD.matcher(dump);
        while (threads.find()) {
            String group = threads.group("name").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|\\d+", "*");
            times.merge(group, Double.parseDouble(threads.group("time")), Double::sum);
        }
        return new ThreadTimes(times);
    }

    /** What was used since an earlier look at the same JVM. */
    public ThreadTimes since(ThreadTimes earlier) {
        return new ThreadTimes(
                milliseconds.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        group ->
                                                group.getValue()
                                                        - earlier.milliseconds()
                                                                .getOrDefault(
                                                                        group.getKey(), 0.0))));
    }

    /** The busiest first, one per line, those with more than a hundredth of the whole. */
    @Override
    public String toString() {
        double whole = milliseconds.values().stream().mapToDouble(Double::doubleValue).sum();
        return milliseconds.entrySet().stream()
                .filter(group -> group.getValue() > whole / 100)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(group ->
                        "%6.1f %%  %s".formatted(100 * group.getValue() / whole, group.getKey()))
                .collect(Collectors.joining("\n"));
    }
}
