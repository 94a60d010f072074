package dev.laurel.scoring.jobs;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does one portion at a time of the first night of a program that is not done. Nights that were
 * missed are made up for one after the other, oldest first.
 */
public final class NightShift {

    private final Nights nights;
    private final Map<Stage, NightlyJob> jobs = new EnumMap<>(Stage.class);
    private final Clock clock;

    /**
     * @throws IllegalArgumentException when two jobs are of the same stage
     */
    public NightShift(Nights nights, List<NightlyJob> jobs, Clock clock) {
        this.nights = nights;
        this.clock = clock;
        for (NightlyJob job : jobs) {
            NightlyJob other = this.jobs.put(job.stage(), job);
            if (other != null) {
                throw new IllegalArgumentException(
                        "Expected one job for stage %s, but %s and %s are both."
                                .formatted(job.stage(), other, job));
            }
        }
    }

    /** What a call did. */
    public enum Step {
        /** No night has begun that is not done, or somebody else is at it. */
        NOTHING,
        /** A portion is done; there may be more. */
        WORKED
    }

    /** A portion that could not be done. */
    public static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Position position;

        private Failed(Position position, RuntimeException cause) {
            super(cause);
            this.position = position;
        }

        /** Where it failed. */
        public Position position() {
            return position;
        }
    }

    /**
     * Does the next portion of a program, if there is one. Is one transaction.
     *
     * @throws Failed when the job could not do it
     */
    public Step step(String program, ZoneId zone) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Position> taken = nights.take(program);
        if (taken.isEmpty()) {
            nights.begin(program, now.atZone(zone).toLocalDate());
            return Step.NOTHING;
        }
        Position position = taken.get();
        Night night = new Night(program, position.day(), zone);
        if (now.isBefore(night.begin())) {
            return Step.NOTHING;
        }
        Portion portion = work(night, position);
        nights.done(program, position, portion, position.after(portion), now);
        return Step.WORKED;
    }

    private Portion work(Night night, Position position) {
        NightlyJob job = jobs.get(position.stage());
        try {
            return job == null ? Portion.last(0) : job.work(night, position.after());
        } catch (RuntimeException e) {
            throw new Failed(position, e);
        }
    }
}
