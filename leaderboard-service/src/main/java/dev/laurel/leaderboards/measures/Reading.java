package dev.laurel.leaderboards.measures;

import dev.laurel.leaderboards.scores.Participant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a decision says of what boards rank by besides points.
 *
 * @param participant the member
 * @param offset counts the member's decisions, with gaps: of two, the higher is newer
 * @param decision the decision's id
 * @param time when the event behind it happened
 * @param decidedAt when the event was recorded
 * @param afresh measures that have begun anew: of days that are not among the values they say 0
 * @param values what measures say
 * @param badges badges that were issued or revoked, in that order
 */
public record Reading(
        Participant participant,
        long offset,
        UUID decision,
        Instant time,
        Instant decidedAt,
        Set<String> afresh,
        List<Value> values,
        List<BadgeChange> badges) {

    public Reading {
        afresh = Set.copyOf(afresh);
        values = List.copyOf(values);
        badges = List.copyOf(badges);
    }

    /** Whether it says nothing. */
    public boolean isEmpty() {
        return values.isEmpty() && badges.isEmpty();
    }

    /**
     * What a measure says of a day.
     *
     * @param measure see {@link dev.laurel.leaderboards.scores.Measure}
     * @param day the day, {@link #EVER} for what is of no day
     * @param score what it says
     * @param reachedAt when the event happened that counted, {@code null} where none did
     * @param until when it ends without an event, {@code null} for never; who has a score of 0 that
     *     could end is on no board
     * @param ends whether it is a score that ends
     */
    public record Value(
            String measure,
            LocalDate day,
            long score,
            @Nullable Instant reachedAt,
            @Nullable Instant until,
            boolean ends) {

        /** The day of what is of no day. */
        public static final LocalDate EVER = LocalDate.EPOCH;

        /** What does not end. */
        public static Value lasting(
                String measure, LocalDate day, long score, @Nullable Instant reachedAt) {
            return new Value(measure, day, score, reachedAt, null, false);
        }

        /** What ends at some time. */
        public static Value ending(
                String measure, long score, @Nullable Instant reachedAt, @Nullable Instant until) {
            return new Value(measure, EVER, score, reachedAt, until, true);
        }

        /** Whether nothing is left of it at an instant. */
        public boolean isOver(Instant now) {
            return ends && (score == 0 || (until != null && !now.isBefore(until)));
        }
    }

    /**
     * A badge that was issued or revoked.
     *
     * @param effect the effect's id
     * @param badge the badge
     * @param issued whether the member got it
     * @param day the day of the event behind it
     */
    public record BadgeChange(UUID effect, String badge, boolean issued, LocalDate day) {}
}
