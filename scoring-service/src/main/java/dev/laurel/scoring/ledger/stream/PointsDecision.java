package dev.laurel.scoring.ledger.stream;

import dev.laurel.contracts.decisions.ActivationEffect;
import dev.laurel.contracts.decisions.ActivityEffect;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.EventReference;
import dev.laurel.contracts.decisions.MetricEffect;
import dev.laurel.contracts.decisions.PointsEffect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the ledger needs of a {@link Decision}, whose components these are. */
record PointsDecision(
        UUID id,
        String program,
        int version,
        String member,
        Event event,
        Decision.Outcome outcome,
        List<PointsEffect> points,
        @Nullable List<ActivationEffect> activations,
        @Nullable List<ActivityEffect> activities,
        @Nullable List<MetricEffect> metrics) {

    /**
     * Which one it was, when it happened, on which day in the program's time zone, and through
     * which of its channels.
     */
    record Event(
            String source, String id, Instant time, LocalDate localDate, @Nullable String channel) {

        static Event of(EventReference event) {
            return new Event(
                    event.source(), event.id(), event.time(), event.localDate(), event.channel());
        }
    }

    PointsDecision {
        points = List.copyOf(points);
        activations = activations == null ? List.of() : List.copyOf(activations);
        activities = activities == null ? List.of() : List.copyOf(activities);
        metrics = metrics == null ? List.of() : List.copyOf(metrics);
    }

    /** Whether there is anything to book. */
    boolean concernsPoints() {
        return !points.isEmpty()
                || (activations != null && !activations.isEmpty())
                || (activities != null && !activities.isEmpty());
    }
}
