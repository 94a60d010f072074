package dev.laurel.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where figures come from.
 *
 * @param processors what this process may use
 * @param processor the processor's model, as the system names it
 * @param memoryBytes physical memory, 0 where the system does not say
 * @param system operating system and architecture
 * @param jdk the Java runtime
 */
public record Machine(
        int processors, String processor, long memoryBytes, String system, String jdk) {

    /** The machine that this process runs on. */
    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                line("/proc/cpuinfo", "model name"),
                memory(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vendor")
                        + " "
                        + System.getProperty("java.runtime.version"));
    }

    @Override
    public String toString() {
        String memory = memoryBytes == 0 ? "memory unknown" : "%d GiB".formatted(memoryBytes >> 30);
        return "%d cores (%s), %s, %s, %s".formatted(processors, processor, memory, system, jdk);
    }

    private static long memory() {
        String kibibytes = line("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return kibibytes.isEmpty() ? 0 : Long.parseLong(kibibytes) << 10;
    }

    private static String line(String file, String name) {
        try {
            List<String> lines = Files.readAllLines(Path.of(file));
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
