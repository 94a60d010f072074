package dev.laurel.benchmarks.platform;

import java.time.Duration;

/**
 * Processor time used.
 *
 * @param jvm by the JVM with broker and services
 * @param database by the database's processes
 * @param load by this process, which sends and watches
 */
public record ProcessorTime(Duration jvm, Duration database, Duration load) {

    /** What was used after an earlier look. */
    public ProcessorTime since(ProcessorTime earlier) {
        return new ProcessorTime(
                jvm.minus(earlier.jvm), database.minus(earlier.database), load.minus(earlier.load));
    }
}
