package dev.laurel.scoring.tiers;

import dev.laurel.tiers.Course;
import dev.laurel.tiers.Earnings;
import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.Standing;
import dev.laurel.tiers.Step;
import dev.laurel.tiers.Step.Lowered;
import dev.laurel.tiers.Step.Raised;
import dev.laurel.tiers.Step.Warned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is known of a member's tier up to a day, and finds what there is to tell about it.
 */
final class Ascent {

    private final Ladder ladder;
    private final List<Invitation> invitations;
    private final Instant now;
    private final List<TierChange> changes = new ArrayList<>();
    private final SortedSet<Integer> reached = new TreeSet<>();
    private final Kept before;
    private @Nullable String shown;
    private LocalDate since;
    private long revision;

    private Ascent(Ladder ladder, Kept before, List<Invitation> invitations, Instant now) {
        this.ladder = ladder;
        this.before = before;
        this.invitations = invitations;
        this.now = now;
        this.shown = before.tier();
        this.since = before.since();
        this.revision = before.revision();
    }

    /**
     * What came of it.
     *
     * @param after what is known now
     * @param changes what to tell, in order
     * @param reached places of levels that points reached, whether or not they did before
     */
    record Result(Kept after, List<TierChange> changes, SortedSet<Integer> reached) {}

    /**
     * Goes on from what is known.
     *
     * @param earnings those that can count from the known day on
     */
    static Result on(
            Ladder ladder,
            Kept before,
            Earnings earnings,
            List<Invitation> invitations,
            LocalDate day,
            Instant now) {
        Ascent ascent = new Ascent(ladder, before, invitations, now);
        Course course = Course.from(ladder, earnings, before.standing());
        int start = course.level();
        course.advance(later(day, before.standing().day()));
        Standing standing = course.standing();
        course.close();
        ascent.follow(course, start);
        return ascent.result(course, standing);
    }

    /**
     * Judges the whole life anew, as points of a day became known that was over. Tells only how
     * that differs from what was told.
     *
     * @param earnings all of them
     */
    static Result afresh(
            Ladder ladder,
            Kept before,
            Earnings earnings,
            List<Invitation> invitations,
            LocalDate day,
            Instant now) {
        Ascent ascent = new Ascent(ladder, before, invitations, now);
        Course course = Course.fromTheBeginning(ladder, earnings, before.standing().day());
        course.advance(later(day, before.standing().day()));
        Standing standing = course.standing();
        course.close();
        ascent.catchUp(course);
        return ascent.result(course, standing);
    }

    private void follow(Course course, int start) {
        LocalDate end = course.standing().day();
        int level = start;
        SortedSet<LocalDate> days = new TreeSet<>();
        course.steps().forEach(step -> days.add(step.day()));
        days.addAll(turns(before.standing().day(), end));
        days.add(end);
        List<Step> steps = new ArrayList<>(course.steps());
        for (LocalDate day : days) {
            while (!steps.isEmpty() && steps.getFirst().day().equals(day)) {
                Step step = steps.removeFirst();
                level = level(step, level);
                note(step);
                if (step instanceof Warned warned) {
                    warn(warned, level);
                } else {
                    show(day, level);
                }
            }
            show(day, level);
        }
    }

    private void catchUp(Course course) {
        course.steps().forEach(this::note);
        Standing standing = course.standing();
        show(standing.day(), course.level());
        if (standing.warned() != null && !standing.warned().equals(before.standing().warned())) {
            course.steps().stream()
                    .filter(Warned.class::isInstance)
                    .map(Warned.class::cast)
                    .filter(warned -> warned.falls().equals(standing.warned()))
                    .reduce((_, last) -> last)
                    .ifPresent(warned -> warn(warned, course.level()));
        }
    }

    private static int level(Step step, int otherwise) {
        return switch (step) {
            case Raised raised -> raised.to();
            case Lowered lowered -> lowered.to();
            case Warned _ -> otherwise;
        };
    }

    private void note(Step step) {
        if (step instanceof Raised(_, int from, int to)) {
            for (int level = from + 1; level <= to; level++) {
                reached.add(level);
            }
        }
    }

    private void show(LocalDate day, int earned) {
        int invited = invited(day);
        String tier = ladder.id(Math.max(earned, invited));
        if (!Objects.equals(tier, shown)) {
            Integer last = ladder.place(shown);
            boolean up = last == null || last < Math.max(earned, invited);
            changes.add(
                    new TierChange(
                            before.member(),
                            ++revision,
                            up ? TierChange.Kind.RAISED : TierChange.Kind.LOWERED,
                            day,
                            shown,
                            tier,
                            null,
                            invited > earned,
                            now));
            shown = tier;
            since = day;
        }
    }

    /** Who keeps the tier by an invitation is not warned. */
    private void warn(Warned warned, int earned) {
        if (invited(warned.falls()) < earned) {
            int left = Math.max(warned.to(), invited(warned.falls()));
            changes.add(
                    new TierChange(
                            before.member(),
                            ++revision,
                            TierChange.Kind.WARNED,
                            warned.day(),
                            shown,
                            ladder.id(left),
                            warned.falls(),
                            false,
                            now));
        }
    }

    private Result result(Course course, Standing standing) {
        Step next = course.next(Step.class);
        SortedSet<LocalDate> turns = turns(standing.day(), LocalDate.MAX);
        LocalDate due = next == null ? null : next.day();
        if (!turns.isEmpty() && (due == null || turns.first().isBefore(due))) {
            due = turns.first();
        }
        return new Result(
                new Kept(
                        before.member(),
                        ladder.measure().key(),
                        standing,
                        shown,
                        since,
                        revision,
                        due,
                        ladder.version()),
                List.copyOf(changes),
                reached);
    }

    /** Days after one, up to another, on which an invitation begins or has ended. */
    private SortedSet<LocalDate> turns(LocalDate after, LocalDate to) {
        SortedSet<LocalDate> turns = new TreeSet<>();
        for (Invitation invitation : invitations) {
            turns.add(invitation.from());
            LocalDate until = invitation.until();
            if (until != null) {
                turns.add(until.plusDays(1));
            }
        }
        turns.removeIf(day -> !day.isAfter(after) || day.isAfter(to));
        return turns;
    }

    private int invited(LocalDate day) {
        return Invitation.level(invitations, ladder, day);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
