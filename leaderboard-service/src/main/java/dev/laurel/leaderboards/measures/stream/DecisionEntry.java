package dev.laurel.leaderboards.measures.stream;

import dev.laurel.contracts.decisions.BadgeEffect;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.EventReference;
import dev.laurel.contracts.decisions.MetricEffect;
import dev.laurel.contracts.decisions.StreakDecision;
import dev.laurel.leaderboards.measures.Reading;
import dev.laurel.leaderboards.measures.Reading.BadgeChange;
import dev.laurel.leaderboards.measures.Reading.Value;
import dev.laurel.leaderboards.scores.Measure;
import dev.laurel.leaderboards.scores.Participant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What boards need of a {@link Decision}, whose components these are. */
record DecisionEntry(
        UUID id,
        String program,
        String member,
        EventReference event,
        List<StreakDecision> streaks,
        List<BadgeEffect> badges,
        @Nullable List<MetricEffect> metrics) {

    Reading reading(long offset) {
        Set<String> afresh = new HashSet<>();
        List<Value> values = new ArrayList<>();
        if (metrics != null) {
            metrics.forEach(each -> add(each, values, afresh));
        }
        streaks.forEach(each -> add(each, values));
        return new Reading(
                new Participant(program, member),
                offset,
                id,
                event.time(),
                event.recordedTime(),
                afresh,
                values,
                badges.stream().map(this::change).toList());
    }

    private void add(MetricEffect effect, List<Value> values, Set<String> afresh) {
        Instant time = effect.counted() ? event.time() : null;
        values.add(
                Value.lasting(
                        Measure.metric(effect.metric()),
                        Value.EVER,
                        Measure.counted(effect.value()),
                        time));
        if (Boolean.TRUE.equals(effect.afresh())) {
            afresh.add(Measure.metricByDay(effect.metric()));
        }
        List<MetricEffect.Day> days = effect.days();
        if (days != null) {
            for (MetricEffect.Day day : days) {
                values.add(
                        Value.lasting(
                                Measure.metricByDay(effect.metric()),
                                day.day(),
                                Measure.counted(day.value()),
                                day.day().equals(event.localDate()) ? time : null));
            }
        }
    }

    /** A streak is reached with its last period, whichever event it was that filled a gap. */
    private static void add(StreakDecision streak, List<Value> values) {
        LocalDate last = streak.last();
        Instant reachedAt = last == null ? null : last.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant until = streak.deadlines().isEmpty() ? null : streak.deadlines().getLast();
        values.add(Value.ending(Measure.streak(streak.streak()), streak.after(), reachedAt, until));
        values.add(
                Value.ending(Measure.longestStreak(streak.streak()), streak.longest(), null, null));
    }

    private BadgeChange change(BadgeEffect effect) {
        boolean issued =
                switch (effect.change()) {
                    case ISSUED -> true;
                    case REVOKED -> false;
                };
        return new BadgeChange(effect.id(), effect.badge(), issued, event.localDate());
    }
}
