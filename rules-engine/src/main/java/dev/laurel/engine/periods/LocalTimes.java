package dev.laurel.engine.periods;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** When an event happened, on the clocks of a program and of one of its members. */
public final class LocalTimes {

    private final ZonedDateTime ofProgram;
    private final ZoneId member;

    /**
     * The times.
     *
     * @param member the member's own zone, {@code null} for that of the program
     */
    public LocalTimes(Instant time, ZoneId program, @Nullable ZoneId member) {
        this.ofProgram = time.atZone(program);
        this.member = member == null ? program : member;
    }

    public Instant time() {
        return ofProgram.toInstant();
    }

    /** The local time on a clock. */
    public ZonedDateTime on(Clock clock) {
        return switch (clock) {
            case PROGRAM -> ofProgram;
            case MEMBER -> ofProgram.withZoneSameInstant(member);
        };
    }
}
