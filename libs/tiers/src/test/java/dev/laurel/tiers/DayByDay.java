package dev.laurel.tiers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same as {@link Course} the long way round: every day, every sum anew, no shared code. */
final class DayByDay {

    private final Ladder ladder;
    private final Map<LocalDate, Long> points;
    final List<String> told = new ArrayList<>();
    private int level;
    private @Nullable LocalDate falls;
    private @Nullable LocalDate warned;

    DayByDay(Ladder ladder, Map<LocalDate, Long> points) {
        this.ladder = ladder;
        this.points = points;
        this.level = best(0);
    }

    /** Lives through the days; returns the place on the evening of the last one. */
    int live(LocalDate first, LocalDate last) {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (day.isAfter(first)) {
                night(day, day, true);
            }
            evening(day);
        }
        return level;
    }

    private void evening(LocalDate day) {
        int best = best(sum(day, day.plusDays(1)));
        if (best > level) {
            told.add("%s up %d %d".formatted(day, level, best));
            level = best;
            falls = null;
            warned = null;
        } else if (best == level) {
            falls = null;
        }
    }

    private boolean night(LocalDate day, LocalDate known, boolean tell) {
        int best = best(sum(day, known));
        boolean fallen = false;
        if (best > level) {
            told.add("%s up %d %d".formatted(day, level, best));
            level = best;
            falls = null;
            warned = null;
        } else if (best == level) {
            falls = null;
        } else {
            falls = falls == null ? day.plus(ladder.grace()) : falls;
            if (falls.compareTo(day) <= 0) {
                int to = ladder.oneLevel() ? level - 1 : best;
                fallen = true;
                told.add("%s down %d %d".formatted(day, level, to));
                level = to;
                LocalDate again = day.plus(ladder.grace());
                falls = best == to ? null : again.equals(day) ? day.plusDays(1) : again;
            }
        }
        if (tell && ladder.notice() > 0 && level > best(0)) {
            warn(day);
        }
        return fallen;
    }

    private void warn(LocalDate day) {
        DayByDay idle = new DayByDay(ladder, points);
        idle.level = level;
        idle.falls = falls;
        for (int i = 1; i <= ladder.notice(); i++) {
            if (idle.night(day.plusDays(i), day, false)) {
                if (!day.plusDays(i).equals(warned)) {
                    warned = day.plusDays(i);
                    told.add("%s warned %s down %d %d".formatted(day, warned, level, idle.level));
                }
                return;
            }
        }
    }

    private long sum(LocalDate day, LocalDate known) {
        long all = 0;
        long year = 0;
        long yearBefore = 0;
        for (Map.Entry<LocalDate, Long> entry : points.entrySet()) {
            LocalDate of = entry.getKey();
            if (!of.isBefore(known)) {
                continue;
            }
            all += counts(of, day) ? entry.getValue() : 0;
            year += of.getYear() == day.getYear() ? entry.getValue() : 0;
            yearBefore += of.getYear() == day.getYear() - 1 ? entry.getValue() : 0;
        }
        return ladder.window() instanceof Window.CalendarYear ? Math.max(year, yearBefore) : all;
    }

    private boolean counts(LocalDate of, LocalDate day) {
        return switch (ladder.window()) {
            case Window.Rolling(var period) -> of.isAfter(day.minus(period));
            case Window.CalendarYear _, Window.Lifetime _ -> true;
        };
    }

    private int best(long sum) {
        int best = -1;
        for (Level candidate : ladder.levels()) {
            if (candidate.at() <= Math.max(0, sum)) {
                best = ladder.levels().indexOf(candidate);
            }
        }
        return best;
    }
}
