package dev.laurel.rules.journal;

import dev.laurel.rules.journal.MemberProgress.StreakProgress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The streaks of a program document with where a member stands at some time; reads tolerantly. A
 * streak can end without any event, so that is worked out here from its deadlines.
 */
public final class StreakList {

    private static final StreakProgress NONE =
            new StreakProgress(0, 0, 0, null, null, List.of(), null);

    private StreakList() {}

    /**
     * A streak as a member sees it.
     *
     * @param streak its id
     * @param name what people call it
     * @param every {@code day}, {@code week} or {@code month}
     * @param length how many periods it has now, 0 when it has ended
     * @param longest the most that it ever had
     * @param freezes how many freezes are left now
     * @param since the first day of its first period, {@code null} when it has ended
     * @param last the first day of the last period with activity, {@code null} without any
     * @param freezeAt when it takes the next freeze if there is no activity before, {@code null}
     *     when there is no freeze left
     * @param endsAt when it ends if there is no activity before, {@code null} when it has ended
     * @param nextMilestone the length that gives something next, {@code null} behind the last one
     */
    public record Streak(
            String streak,
            String name,
            String every,
            int length,
            int longest,
            int freezes,
            @Nullable LocalDate since,
            @Nullable LocalDate last,
            @Nullable Instant freezeAt,
            @Nullable Instant endsAt,
            @Nullable Integer nextMilestone) {}

    /** All streaks of a document, in its order; those without activity are at zero. */
    public static List<Streak> of(
            Map<String, Object> document, MemberProgress progress, Instant now) {
        return (document.get("streaks") instanceof List<?> list ? list : List.of())
                .stream()
                        .filter(Map.class::isInstance)
                        .map(element -> (Map<?, ?>) element)
                        .map(streak ->
                                streak(
                                        streak,
                                        progress.streaks().getOrDefault(text(streak, "id"), NONE),
                                        now))
                        .toList();
    }

    private static Streak streak(Map<?, ?> streak, StreakProgress progress, Instant now) {
        String id = text(streak, "id");
        String name = text(streak, "name");
        List<Instant> ahead =
                progress.deadlines().stream().filter(deadline -> deadline.isAfter(now)).toList();
        boolean running = !ahead.isEmpty();
        int length = running ? progress.length() : 0;
        return new Streak(
                id,
                name.isEmpty() ? id : name,
                text(streak, "every"),
                length,
                progress.longest(),
                running ? ahead.size() - 1 : 0,
                running ? progress.since() : null,
                progress.last(),
                ahead.size() > 1 ? ahead.getFirst() : null,
                running ? ahead.getLast() : null,
                milestones(streak).filter(at -> at > length).min(Integer::compare).orElse(null));
    }

    private static Stream<Integer> milestones(Map<?, ?> streak) {
        return (streak.get("milestones") instanceof Map<?, ?> map ? map : Map.of())
                .keySet().stream()
                        .map(String::valueOf)
                        .filter(key -> key.matches("[0-9]{1,9}"))
                        .map(Integer::valueOf);
    }

    private static String text(Map<?, ?> object, String name) {
        return object.get(name) instanceof String text ? text : "";
    }
}
