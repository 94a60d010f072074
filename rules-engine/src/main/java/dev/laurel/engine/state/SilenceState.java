package dev.laurel.engine.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long a member has been silent.
 *
 * @param last when the member was active last, in milliseconds
 * @param told whether that silence has been told of
 */
public record SilenceState(Instant last, boolean told) {

    public SilenceState {
        last = last.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The same silence, told of. */
    public SilenceState asTold() {
        return new SilenceState(last, true);
    }
}
