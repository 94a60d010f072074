package dev.laurel.scoring.lots;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points that go from one side to another.
 *
 * @param points how many, above 0
 * @param at from when on that is so
 * @param step of a lot's term that leads to it; {@code null} when what was asked for does
 */
public record Flow(Side from, Side to, long points, Instant at, @Nullable Step step) {

    /**
     * What the term of a lot leads to, or what of that is undone.
     *
     * @param lot the lot
     * @param number which of its steps, from 1
     * @param kind what happens
     * @param channel the one that the lot was given through, {@code null} for none
     */
    public record Step(UUID lot, int number, Kind kind, @Nullable String channel) {

        static Step next(Lot lot, Kind kind) {
            return new Step(lot.id(), lot.nextStep(), kind, lot.channel());
        }
    }

    /** What terms lead to. */
    public enum Kind {
        ACTIVATION,
        EXPIRY
    }

    static Flow asked(Side from, Side to, long points, Instant at) {
        return new Flow(from, to, points, at, null);
    }

    static Flow activation(Lot lot, Side from, Side to, long points, Instant at) {
        return new Flow(from, to, points, at, Step.next(lot, Kind.ACTIVATION));
    }

    static Flow expiry(Lot lot, Side from, Side to, long points, Instant at) {
        return new Flow(from, to, points, at, Step.next(lot, Kind.EXPIRY));
    }
}
