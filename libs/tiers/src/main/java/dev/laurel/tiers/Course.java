package dev.laurel.tiers;

import dev.laurel.tiers.Step.Lowered;
import dev.laurel.tiers.Step.Raised;
import dev.laurel.tiers.Step.Warned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a member's tier goes from day to day. Each night is a review: who has had too few points for
 * long enough falls. Then the points of the day count: who has enough is raised. A function of the
 * points of each day, so neither when nor in what order they became known matters.
 *
 * <p>Visits only days on which something can change. Not thread-safe.
 */
public final class Course {

    private final Ladder ladder;
    private final Earnings earnings;

    /** Earnings from this day on are not known. */
    private final LocalDate known;

    private final List<Step> steps = new ArrayList<>();
    private LocalDate day;
    private int level;
    private @Nullable LocalDate falls;
    private @Nullable LocalDate warned;

    private Course(
            Ladder ladder,
            Earnings earnings,
            LocalDate known,
            LocalDate day,
            int level,
            @Nullable LocalDate falls,
            @Nullable LocalDate warned) {
        this.ladder = ladder;
        this.earnings = earnings;
        this.known = known;
        this.day = day;
        this.level = level;
        this.falls = falls;
        this.warned = warned;
    }

    /** Goes on from where somebody stood. */
    public static Course from(Ladder ladder, Earnings earnings, Standing standing) {
        Integer level = ladder.place(standing.level());
        Course course =
                new Course(
                        ladder,
                        earnings,
                        LocalDate.MAX,
                        standing.day(),
                        level == null ? Ladder.NONE : level,
                        standing.falls(),
                        standing.warned());
        if (level == null) {
            course.level = ladder.reached(course.measure(standing.day()));
        }
        return course;
    }

    /** Begins on the first day with points, or on another one if there is none before it. */
    public static Course fromTheBeginning(Ladder ladder, Earnings earnings, LocalDate otherwise) {
        List<LocalDate> days = earnings.days();
        LocalDate first =
                days.isEmpty() || days.getFirst().isAfter(otherwise) ? otherwise : days.getFirst();
        return from(ladder, earnings, new Standing(first, ladder.id(ladder.lowest()), null, null));
    }

    /** Goes to the beginning of a day, that day's night included. */
    public void advance(LocalDate to) {
        while (day.isBefore(to)) {
            close();
            LocalDate next = next();
            day = next == null || next.isAfter(to) ? to : next;
            open();
        }
    }

    /** Lets the points of the day count, which a course that goes on from it does again. */
    public void close() {
        int reached = ladder.reached(measure(day.plusDays(1)));
        if (reached > level) {
            raise(reached);
        } else if (reached == level) {
            falls = null;
        }
    }

    /** Where it is: before {@link #close}, that of the day's beginning. */
    public Standing standing() {
        return new Standing(day, ladder.id(level), falls, warned);
    }

    public int level() {
        return level;
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** What of a kind happens first after this day if nothing more is earned. */
    public @Nullable Step next(Class<? extends Step> kind) {
        Course ahead = copy(earlier(day.plusDays(1), known));
        ahead.close();
        ahead.steps.clear();
        while (true) {
            LocalDate next = ahead.next();
            if (next == null) {
                return null;
            }
            ahead.day = next;
            ahead.open();
            for (Step step : ahead.steps) {
                if (kind.isInstance(step)) {
                    return step;
                }
            }
            ahead.steps.clear();
        }
    }

    private Course copy(LocalDate until) {
        return new Course(ladder, earnings, until, day, level, falls, warned);
    }

    private void open() {
        review();
        warn();
    }

    /** The night that begins the day. */
    private void review() {
        int reached = ladder.reached(measure(day));
        if (reached > level) {
            raise(reached);
        } else if (reached == level) {
            falls = null;
        } else {
            if (falls == null) {
                falls = ladder.falls(day);
            }
            if (!day.isBefore(falls)) {
                fall(reached);
            }
        }
    }

    private void raise(int to) {
        steps.add(new Raised(day, level, to));
        level = to;
        falls = null;
        warned = null;
    }

    private void fall(int reached) {
        int to = ladder.oneLevel() ? level - 1 : reached;
        steps.add(new Lowered(day, level, to));
        level = to;
        LocalDate again = ladder.falls(day);
        falls = reached == to ? null : again.isAfter(day) ? again : day.plusDays(1);
    }

    private void warn() {
        if (ladder.notice() == 0 || level <= ladder.lowest()) {
            return;
        }
        Lowered fall = fallWithin(day.plusDays(ladder.notice()));
        if (fall != null && !fall.day().equals(warned)) {
            warned = fall.day();
            steps.add(new Warned(day, level, fall.day(), fall.to()));
        }
    }

    /** The fall that comes by a day if nothing is earned from now on. */
    private @Nullable Lowered fallWithin(LocalDate last) {
        Course ahead = copy(earlier(day, known));
        while (true) {
            LocalDate next = ahead.next();
            if (next == null || next.isAfter(last)) {
                return null;
            }
            ahead.day = next;
            ahead.review();
            for (Step step : ahead.steps) {
                if (step instanceof Lowered fall) {
                    return fall;
                }
            }
            ahead.steps.clear();
        }
    }

    private long measure(LocalDate until) {
        return ladder.window().measure(earnings, day, earlier(until, known));
    }

    /** The next day on which something can change. */
    private @Nullable LocalDate next() {
        LocalDate next = earnings.firstAfter(day);
        if (earnings.has(day)) {
            next = soonest(next, day.plusDays(1));
        }
        next = soonest(next, ladder.window().next(earnings, day, end -> end));
        if (ladder.notice() > 0) {
            next =
                    soonest(
                            next,
                            ladder.window()
                                    .next(
                                            earnings,
                                            day,
                                            end -> ladder.falls(end).minusDays(ladder.notice())));
        }
        LocalDate fall = falls;
        if (fall != null) {
            next = soonest(next, fall);
            next = soonest(next, fall.minusDays(ladder.notice()));
        }
        return next;
    }

    private @Nullable LocalDate soonest(@Nullable LocalDate next, @Nullable LocalDate other) {
        return other != null && other.isAfter(day) && (next == null || other.isBefore(next))
                ? other
                : next;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
