package dev.laurel.engine.streaks;

import dev.laurel.engine.periods.Period;
import dev.laurel.engine.state.ActivePeriods;
import dev.laurel.engine.state.StreakState;
import dev.laurel.engine.streaks.Streak.Milestone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Goes through the periods with activity in order of time. All of a streak follows from them, so
 * that neither the order of events nor how they came matters.
 *
 * <p>What is in hand is kept as one number, the periods that are saved up: one is added by each
 * period with activity up to {@code earnEvery * max}, and {@code earnEvery} of them are the price
 * of a freeze. So more activity never makes a run shorter.
 */
final class Folding {

    private final Streak streak;
    private final Set<Long> skipped;
    private final ZoneId zone;
    private final Map<Integer, Integer> reached = new HashMap<>();
    private int length;
    private int longest;
    private int saved;
    private long first;
    private long last;

    private Folding(Streak streak, Set<Long> skipped, ZoneId zone) {
        this.streak = streak;
        this.skipped = skipped;
        this.zone = zone;
    }

    /**
     * Folds.
     *
     * @param zone where days begin: a day that its clocks leap over is not missed
     */
    static Run fold(Streak streak, StreakState state, ZoneId zone) {
        ActivePeriods active = state.active();
        Folding folding = new Folding(streak, state.skipped(), zone);
        for (int i = 0; i < active.size(); i++) {
            folding.add(active.get(i));
        }
        return new Run(
                folding.length,
                folding.longest,
                folding.freezes(),
                folding.first,
                folding.last,
                folding.reached);
    }

    private int freezes() {
        int price = streak.freezes().earnEvery();
        return price == 0 ? 0 : saved / price;
    }

    private void add(long period) {
        if (streak.pauses().coverWhole(streak.every(), period)) {
            return;
        }
        int missed = length == 0 ? 0 : missed(period);
        if (missed > freezes()) {
            length = 0;
            saved = 0;
        } else {
            saved -= missed * streak.freezes().earnEvery();
        }
        if (length == 0) {
            first = period;
        }
        last = period;
        length++;
        longest = Math.max(longest, length);
        saved = Math.min(saved + 1, streak.freezes().earnEvery() * streak.freezes().max());
        for (Milestone milestone : streak.milestones()) {
            if (milestone.length() == length) {
                reached.merge(length, 1, streak.again() ? Integer::sum : (one, more) -> one);
            }
        }
    }

    /** How many periods were missed before this one; counts until no freeze is left. */
    private int missed(long period) {
        int missed = 0;
        for (long each = last + 1; each < period && missed <= freezes(); each++) {
            if (!skipped.contains(each) && isAsked(streak, each, zone)) {
                missed++;
            }
        }
        return missed;
    }

    private static boolean isAsked(Streak streak, long period, ZoneId zone) {
        return !streak.pauses().touch(streak.every(), period)
                && (streak.every() != Period.DAY || exists(LocalDate.ofEpochDay(period), zone));
    }

    /** Clocks have leapt over whole days, as on Samoa over 30 December 2011. */
    private static boolean exists(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toLocalDate().equals(day);
    }

    /** When the next periods without activity would end, up to the one that ends the run. */
    static List<Instant> deadlines(Streak streak, Run run, ZoneId zone) {
        List<Instant> deadlines = new ArrayList<>();
        for (long period = run.last() + 1; deadlines.size() <= run.freezes(); period++) {
            if (isAsked(streak, period, zone)) {
                LocalDate next = streak.every().firstDay(period + 1);
                deadlines.add(next.atStartOfDay(zone).toInstant());
            }
        }
        return deadlines;
    }
}
