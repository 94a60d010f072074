package dev.laurel.rules.journal;

import dev.laurel.rules.journal.MemberProgress.ChallengeProgress;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The challenges of a program document with a member's progress; reads tolerantly. */
public final class ChallengeList {

    private static final ChallengeProgress NONE =
            new ChallengeProgress(Map.of(), false, null, null, null);

    private final Map<String, Object> document;
    private final MemberProgress progress;
    private final LocalDate today;
    private final LocalTexts texts;

    private ChallengeList(
            Map<String, Object> document,
            MemberProgress progress,
            LocalDate today,
            @Nullable String languages) {
        this.document = document;
        this.progress = progress;
        this.today = today;
        this.texts = LocalTexts.of(document, languages);
    }

    /**
     * A challenge as a member sees it.
     *
     * @param challenge its id
     * @param name what people call it
     * @param description what it is about, if the program says so
     * @param story what is told about it, if the program says so
     * @param occurrence the first day of the present day, week or month of one that repeats with
     *     the calendar
     * @param steps its steps in the program's order
     * @param completed whether it is complete
     * @param completions how often, where it can be more than once
     * @param team the team whose progress it is, if it is that of one
     * @param place whether the member is among the first who get its award: {@code asked}, {@code
     *     won} or {@code all-taken}
     * @param recommendedFor the segment to recommend it to, if the program says so
     */
    public record Challenge(
            String challenge,
            String name,
            @Nullable String description,
            @Nullable Story story,
            @Nullable LocalDate occurrence,
            List<Step> steps,
            boolean completed,
            @Nullable Integer completions,
            @Nullable String team,
            @Nullable String place,
            @Nullable String recommendedFor) {}

    /**
     * What is told about a challenge.
     *
     * @param chapter what to order by, if the program says so
     */
    public record Story(@Nullable Integer chapter, String text) {}

    /**
     * A step as a member sees it.
     *
     * @param step its id
     * @param value the measure so far
     * @param target what it has to reach
     */
    public record Step(String step, double value, double target) {}

    /**
     * All challenges of a document, in its order, but for hidden ones that are not complete. Those
     * without progress are at zero, and so are those whose day, week or month is over.
     *
     * @param today the day in the program's time zone
     * @param languages languages that the reader understands, as in {@code Accept-Language}
     */
    public static List<Challenge> of(
            Map<String, Object> document,
            MemberProgress progress,
            LocalDate today,
            @Nullable String languages) {
        return new ChallengeList(document, progress, today, languages).challenges();
    }

    /** Those of them that teams do. */
    public static List<Challenge> ofTeams(
            Map<String, Object> document,
            MemberProgress progress,
            LocalDate today,
            @Nullable String languages) {
        Set<String> byTeam =
                objects(document.get("challenges"))
                        .filter(challenge -> "team".equals(challenge.get("by")))
                        .map(challenge -> text(challenge, "id"))
                        .collect(Collectors.toSet());
        return of(document, progress, today, languages).stream()
                .filter(challenge -> byTeam.contains(challenge.challenge()))
                .toList();
    }

    private List<Challenge> challenges() {
        return objects(document.get("challenges"))
                .map(this::challenge)
                .filter(each -> each.completed() || !isHidden(each.challenge()))
                .toList();
    }

    private boolean isHidden(String challenge) {
        return objects(document.get("challenges"))
                .anyMatch(each ->
                        challenge.equals(each.get("id"))
                                && Boolean.TRUE.equals(each.get("hidden")));
    }

    private Challenge challenge(Map<?, ?> challenge) {
        String id = text(challenge, "id");
        LocalDate occurrence = occurrence(challenge);
        ChallengeProgress known = progress.challenges().getOrDefault(id, NONE);
        if (occurrence != null && !occurrence.equals(known.occurrence())) {
            known = NONE;
        }
        String name = texts.text(challenge.get("name"));
        return new Challenge(
                id,
                name == null ? id : name,
                texts.text(challenge.get("description")),
                story(challenge),
                occurrence,
                steps(challenge, known),
                known.completed(),
                known.completions(),
                known.team(),
                known.place(),
                challenge.get("recommendedFor") instanceof String segment ? segment : null);
    }

    /** The first day of what today is in, for a challenge that repeats with the calendar. */
    private @Nullable LocalDate occurrence(Map<?, ?> challenge) {
        return switch (text(challenge, "repeat")) {
            case "daily" -> today;
            case "weekly" -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "monthly" -> today.withDayOfMonth(1);
            default -> null;
        };
    }

    private static List<Step> steps(Map<?, ?> challenge, ChallengeProgress progress) {
        return objects(challenge.get("steps")).map(step -> step(step, progress)).toList();
    }

    private @Nullable Story story(Map<?, ?> challenge) {
        if (!(challenge.get("story") instanceof Map<?, ?> story)) {
            return null;
        }
        String text = texts.text(story.get("text"));
        Integer chapter =
                story.get("chapter") instanceof Number number
                        ? Integer.valueOf(number.intValue())
                        : null;
        return text == null ? null : new Story(chapter, text);
    }

    private static Step step(Map<?, ?> step, ChallengeProgress progress) {
        String id = text(step, "id");
        double target = step.get("target") instanceof Number number ? number.doubleValue() : 1;
        return new Step(id, progress.steps().getOrDefault(id, 0.0), target);
    }

    private static Stream<Map<?, ?>> objects(@Nullable Object list) {
        return (list instanceof List<?> elements ? elements : List.of())
                .stream().filter(Map.class::isInstance).map(element -> (Map<?, ?>) element);
    }

    private static String text(Map<?, ?> object, String name) {
        return object.get(name) instanceof String text ? text : "";
    }
}
