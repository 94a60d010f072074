package dev.laurel.simulation;

import dev.laurel.engine.decisions.MetricEffect;
import dev.laurel.tiers.Course;
import dev.laurel.tiers.Earnings;
import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.Level;
import dev.laurel.tiers.Measure;
import dev.laurel.tiers.Standing;
import dev.laurel.tiers.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A member's tier as the ledger keeps it: by what is measured on each day, up at once and down at
 * night. For one thread.
 */
final class TierLife {

    private final Ladder ladder;
    private final int invited;
    private final Set<Integer> reached = new TreeSet<>();
    private final Set<Integer> unpaid = new TreeSet<>();
    private Earnings earnings = Earnings.NONE;
    private @Nullable Standing standing;
    private int earned;

    /**
     * @param invited the tier that the member has whatever happens, {@code null} for none
     */
    TierLife(Ladder ladder, @Nullable String invited) {
        this.ladder = ladder;
        Integer place = ladder.place(invited);
        this.invited = place == null ? Ladder.NONE : place;
        this.earned = ladder.lowest();
    }

    /** Whether points of that wallet count. */
    boolean counts(String wallet) {
        return ladder.measure().equals(new Measure.Wallet(wallet));
    }

    /** Lets points of a day count, or take some back. */
    void earn(LocalDate day, long more) {
        earnings = earnings.plus(day, more);
        judge(day, day);
    }

    /** Takes in what a metric says, if it is the one that counts. */
    void hear(MetricEffect effect) {
        if (!ladder.measure().equals(new Measure.Metric(effect.metric()))) {
            return;
        }
        LocalDate first = effect.afresh() ? LocalDate.MIN : LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        if (effect.afresh()) {
            earnings = Earnings.NONE;
        }
        for (MetricEffect.Day each : effect.days()) {
            LocalDate day = each.day();
            long known = earnings.between(day, day.plusDays(1));
            earnings = earnings.plus(day, each.value() - known);
            first = day.isBefore(first) ? day : first;
            last = day.isAfter(last) ? day : last;
        }
        if (last.isAfter(LocalDate.MIN)) {
            judge(first, last);
        }
    }

    /** Judges again from the first day on of which something has become known. */
    private void judge(LocalDate first, LocalDate last) {
        Standing known = standing;
        if (known == null || first.isBefore(known.day())) {
            LocalDate to = known == null || last.isAfter(known.day()) ? last : known.day();
            follow(Course.fromTheBeginning(ladder, earnings, to), to);
        } else {
            follow(Course.from(ladder, earnings, known), last);
        }
    }

    /** Does the nights up to a day. */
    void reach(LocalDate day) {
        Standing known = standing;
        if (known == null) {
            follow(Course.fromTheBeginning(ladder, earnings, day), day);
        } else if (day.isAfter(known.day())) {
            follow(Course.from(ladder, earnings, known), day);
        }
    }

    private void follow(Course course, LocalDate to) {
        course.advance(to);
        standing = course.standing();
        course.close();
        earned = course.level();
        for (Step step : course.steps()) {
            if (step instanceof Step.Raised(_, int from, int top)) {
                for (int place = from + 1; place <= top; place++) {
                    if (reached.add(place)) {
                        unpaid.add(place);
                    }
                }
            }
        }
    }

    /** Levels that were reached for the first time since this was asked last. */
    List<Level> newlyReached() {
        if (unpaid.isEmpty()) {
            return List.of();
        }
        List<Level> levels = unpaid.stream().map(place -> ladder.levels().get(place)).toList();
        unpaid.clear();
        return levels;
    }

    /** The tier's id, {@code null} for none. */
    @Nullable String tier() {
        return ladder.id(Math.max(earned, invited));
    }

    /** All that happened to the tier by points alone, as it turned out in the end. */
    List<Step> steps() {
        Standing known = standing;
        if (known == null) {
            return List.of();
        }
        Course course = Course.fromTheBeginning(ladder, earnings, known.day());
        course.advance(known.day());
        course.close();
        return course.steps();
    }
}
