package dev.laurel.leaderboards;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.decisions.BadgeEffect;
import dev.laurel.contracts.decisions.Cause;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.EventReference;
import dev.laurel.contracts.decisions.MetricEffect;
import dev.laurel.contracts.decisions.StreakDecision;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decisions of one program as rules-service would write them; used by one thread. */
public final class TestDecisions {

    private final String program;
    private final ZoneId zone;
    private final List<Decision> made = new ArrayList<>();

    public TestDecisions(String program, String zone) {
        this.program = program;
        this.zone = ZoneId.of(zone);
    }

    /** An event that was measured, after which the metric says so much of its day, and of all. */
    public TestDecisions measured(
            String member, String metric, String ofDay, String ofAll, String time) {
        LocalDate day = day(time);
        return metric(member, metric, ofAll, true, null, List.of(said(day, ofDay)), time);
    }

    /** An event that undid others, after which the metric says so much of a day, and of all. */
    public TestDecisions undone(
            String member, String metric, String day, String ofDay, String ofAll, String time) {
        return metric(
                member,
                metric,
                ofAll,
                false,
                null,
                List.of(said(LocalDate.parse(day), ofDay)),
                time);
    }

    /** An event that was measured as the first after the metric had begun anew. */
    public TestDecisions begunAnew(String member, String metric, String value, String time) {
        return metric(member, metric, value, true, true, List.of(said(day(time), value)), time);
    }

    /** An event that was not measured, the first after the metric had begun anew. */
    public TestDecisions begunAnew(String member, String metric, String time) {
        return add(
                member,
                time,
                List.of(),
                List.of(),
                List.of(new MetricEffect(metric, BigDecimal.ZERO, false, true, null)));
    }

    private static MetricEffect.Day said(LocalDate day, String value) {
        return new MetricEffect.Day(day, new BigDecimal(value));
    }

    private TestDecisions metric(
            String member,
            String metric,
            String ofAll,
            boolean counted,
            @Nullable Boolean afresh,
            List<MetricEffect.Day> days,
            String time) {
        MetricEffect effect =
                new MetricEffect(metric, new BigDecimal(ofAll), counted, afresh, days);
        return add(member, time, List.of(), List.of(), List.of(effect));
    }

    /**
     * An event that changed a streak.
     *
     * @param last the first day of its last period
     * @param end when it ends
     */
    public TestDecisions streak(
            String member, int length, int longest, String last, String end, String time) {
        StreakDecision streak =
                new StreakDecision(
                        "daily",
                        StreakDecision.Every.DAY,
                        0,
                        length,
                        longest,
                        0,
                        LocalDate.parse(last).minusDays(length - 1L),
                        LocalDate.parse(last),
                        List.of(Instant.parse(end)));
        return add(member, time, List.of(streak), List.of(), List.of());
    }

    /** An event that took all activity from a streak. */
    public TestDecisions noStreak(String member, String time) {
        StreakDecision streak =
                new StreakDecision(
                        "daily", StreakDecision.Every.DAY, 1, 0, 0, 0, null, null, List.of());
        return add(member, time, List.of(streak), List.of(), List.of());
    }

    /** An event that gave a badge, or took it. */
    public TestDecisions badge(
            String member, String badge, BadgeEffect.Change change, String time) {
        UUID id = UUID.nameUUIDFromBytes((member + badge + change + made.size()).getBytes(UTF_8));
        return add(
                member,
                time,
                List.of(),
                List.of(new BadgeEffect(id, badge, change, new Cause(Cause.Kind.BADGE, badge))),
                List.of());
    }

    private TestDecisions add(
            String member,
            String time,
            List<StreakDecision> streaks,
            List<BadgeEffect> badges,
            List<MetricEffect> metrics) {
        Instant at = Instant.parse(time);
        String id = member + "-" + made.size();
        made.add(
                new Decision(
                        UUID.nameUUIDFromBytes((program + id).getBytes(UTF_8)),
                        program,
                        1,
                        "cafe".repeat(16),
                        member,
                        new EventReference(
                                "/shop", id, "purchase", member, at, at, day(time), false),
                        Decision.Outcome.DECIDED,
                        null,
                        List.of(),
                        List.of(),
                        streaks,
                        List.of(),
                        badges,
                        null,
                        null,
                        null,
                        metrics.isEmpty() ? null : metrics));
        return this;
    }

    private LocalDate day(String time) {
        return LocalDate.ofInstant(Instant.parse(time), zone);
    }

    /** All of them, in order. */
    public List<Decision> made() {
        return List.copyOf(made);
    }
}
