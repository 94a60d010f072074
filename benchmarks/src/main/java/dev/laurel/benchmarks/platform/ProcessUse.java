package dev.laurel.benchmarks.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What a process takes from the machine, as Linux tells it. */
final class ProcessUse {

    private ProcessUse() {}

    /**
     * Its resident memory in bytes. Pages that it shares with others count in proportion, so that
     * the sum over processes counts them once. Empty where the system does not say.
     */
    static Optional<Long> memory(ProcessHandle process) {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        return kibibytes(folder.resolve("smaps_rollup"), "Pss:")
                .or(() -> kibibytes(folder.resolve("status"), "VmRSS:"));
    }

    /** Processor time since it started. */
    static Duration processorTime(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Optional<Long> kibibytes(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst();
        } catch (IOException e) {
            // It ended meanwhile, or this is not Linux.
            return Optional.empty();
        }
    }
}
