package dev.laurel.standalone.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The sample that comes with Laurel.
 *
 * @param document the program
 * @param events what happened in the shop, compressed
 */
record Sample(Path document, Path events) {

    /** The program's id, as in the document. */
    static final String PROGRAM = "retail-club";

    /** The program's name, as in the document. */
    static final String NAME = "Retail Club";

    /** The wallet of points that expire. */
    static final String CREDITS = "credits";

    /** The midnight after its last event. */
    static final Instant YEAR_END = Instant.parse("2011-12-10T00:00:00Z");

    /** Later than anything that has been booked. */
    static final Instant AFTER_ALL = Instant.parse("9999-01-01T00:00:00Z");

    private static final String HOME = "laurel.home";

    /**
     * Finds it where the launcher says that Laurel is, or else in the current folder.
     *
     * @throws IllegalStateException if it is not there
     */
    static Sample find() {
        Path folder = Path.of(System.getProperty(HOME, "."), "examples", PROGRAM).normalize();
        Sample sample =
                new Sample(folder.resolve("program.yaml"), folder.resolve("events.ndjson.gz"));
        if (!Files.isRegularFile(sample.document) || !Files.isRegularFile(sample.events)) {
            throw new IllegalStateException(
                    "Expected the sample in %s, but it is not there. Run ./laurel from a checkout."
                            .formatted(folder));
        }
        return sample;
    }
}
