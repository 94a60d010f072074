package dev.laurel.rules.journal;

import dev.laurel.rules.journal.MemberProgress.ChallengeProgress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The challenges of a program document with a member's progress; reads tolerantly. */
public final class ChallengeList {

    private static final ChallengeProgress NONE =
            new ChallengeProgress(Map.of(), false, null, null);

    private ChallengeList() {}

    /**
     * A challenge as a member sees it.
     *
     * @param challenge its id
     * @param name what people call it
     * @param steps its steps in the program's order
     * @param completed whether it is complete
     */
    public record Challenge(String challenge, String name, List<Step> steps, boolean completed) {}

    /**
     * A step as a member sees it.
     *
     * @param step its id
     * @param value the measure so far
     * @param target what it has to reach
     */
    public record Step(String step, double value, double target) {}

    /** All challenges of a document, in its order; those without progress are at zero. */
    public static List<Challenge> of(Map<String, Object> document, MemberProgress progress) {
        return objects(document.get("challenges"))
                .map(challenge ->
                        challenge(
                                challenge,
                                progress.challenges().getOrDefault(text(challenge, "id"), NONE)))
                .toList();
    }

    private static Challenge challenge(Map<?, ?> challenge, ChallengeProgress progress) {
        String id = text(challenge, "id");
        String name = text(challenge, "name");
        return new Challenge(
                id,
                name.isEmpty() ? id : name,
                objects(challenge.get("steps")).map(step -> step(step, progress)).toList(),
                progress.completed());
    }

    private static Step step(Map<?, ?> step, ChallengeProgress progress) {
        String id = text(step, "id");
        double target = step.get("target") instanceof Number number ? number.doubleValue() : 0;
        return new Step(id, progress.steps().getOrDefault(id, 0.0), target);
    }

    private static java.util.stream.Stream<Map<?, ?>> objects(@Nullable Object list) {
        return (list instanceof List<?> elements ? elements : List.of())
                .stream().filter(Map.class::isInstance).map(element -> (Map<?, ?>) element);
    }

    private static String text(Map<?, ?> object, String name) {
        return object.get(name) instanceof String text ? text : "";
    }
}
