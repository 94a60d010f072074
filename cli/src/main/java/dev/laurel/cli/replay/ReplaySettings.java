package dev.laurel.cli.replay;

import dev.laurel.contracts.MemberKey;
import java.time.Duration;

/**
 * How to replay.
 *
 * @param program the program that the events are for
 * @param imported whether they are declared as history, and so exempt from lateness
 * @param concurrency requests at the same time, 1 to 64; each member's events stay in order
 * @param patience how long a request is tried again while the platform does not answer
 */
public record ReplaySettings(String program, boolean imported, int concurrency, Duration patience) {

    public static final int DEFAULT_CONCURRENCY = 4;
    public static final Duration DEFAULT_PATIENCE = Duration.ofMinutes(1);

    public ReplaySettings {
        if (!program.matches(MemberKey.PROGRAM_PATTERN)) {
            throw new IllegalArgumentException(
                    "Expected a program id of the form %s, but it was '%s'."
                            .formatted(MemberKey.PROGRAM_PATTERN, program));
        }
        if (concurrency < 1 || concurrency > 64) {
            throw new IllegalArgumentException(
                    "Expected a concurrency of 1 to 64, but it was %d.".formatted(concurrency));
        }
    }

    /** Settings for a program with everything else as usual. */
    public static ReplaySettings of(String program) {
        return new ReplaySettings(program, false, DEFAULT_CONCURRENCY, DEFAULT_PATIENCE);
    }

    /** Where the events go. */
    String path() {
        return "/v1/programs/" + program + "/events" + (imported ? "?import=true" : "");
    }
}
