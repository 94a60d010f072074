package dev.laurel.scoring.ledger.stream;

import dev.laurel.contracts.decisions.MetricEffect;
import dev.laurel.scoring.ledger.Measurement;
import dev.laurel.scoring.ledger.Member;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads what decisions say of metrics by day, whether or not the tiers go by them now: a version
 * that lets them do so judges members by what was measured before it.
 */
final class Measurements {

    private static final int DECIMALS = 6;

    private Measurements() {}

    /**
     * What a decision says of days, and that of which none is left.
     *
     * @throws IllegalArgumentException when a value is too large to be kept
     */
    static List<Measurement> of(PointsDecision decision, long offset) {
        List<MetricEffect> effects = decision.metrics();
        if (effects == null || effects.isEmpty()) {
            return List.of();
        }
        Member member = new Member(decision.program(), decision.member());
        List<Measurement> measurements = new ArrayList<>();
        for (MetricEffect effect : effects) {
            boolean afresh = Boolean.TRUE.equals(effect.afresh());
            if (afresh || effect.days() != null) {
                measurements.add(
                        new Measurement(member, offset, effect.metric(), afresh, days(effect)));
            }
        }
        return measurements;
    }

    private static SortedMap<LocalDate, Long> days(MetricEffect effect) {
        SortedMap<LocalDate, Long> days = new TreeMap<>();
        List<MetricEffect.Day> told = effect.days();
        if (told != null) {
            for (MetricEffect.Day day : told) {
                days.put(day.day(), millionths(effect.metric(), day.value()));
            }
        }
        return days;
    }

    private static long millionths(String metric, BigDecimal value) {
        try {
            return value.movePointRight(DECIMALS).longValueExact();
        } catch (ArithmeticException unfit) {
            throw new IllegalArgumentException(
                    "Expected metric '%s' to be a number of at most %d decimals below 9.2e12, but it was %s."
                            .formatted(metric, DECIMALS, value),
                    unfit);
        }
    }
}
