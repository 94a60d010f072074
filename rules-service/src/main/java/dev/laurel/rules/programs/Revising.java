package dev.laurel.rules.programs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a version does to members' progress.
 *
 * @param decisions one for each mechanic that it changes
 * @param problems what is wrong with the choices, with pointers into them; nothing may be published
 *     then
 */
public record Revising(List<Decision> decisions, List<Finding> problems) {

    public Revising {
        decisions = List.copyOf(decisions);
        problems = List.copyOf(problems);
    }

    /**
     * What becomes of the progress in one mechanic.
     *
     * @param declared whether somebody said so
     */
    public record Decision(ChangedMechanic changed, Choice choice, boolean declared) {}

    /**
     * Puts it together.
     *
     * @param choices words by mechanic, such as {@code restart} by {@code challenge:spring}; what
     *     they leave out is kept as far as that is possible
     */
    public static Revising of(
            Map<String, Object> older, Map<String, Object> newer, Map<String, String> choices) {
        Map<String, ChangedMechanic> changed = new LinkedHashMap<>();
        for (ChangedMechanic each : ChangedMechanics.between(older, newer)) {
            changed.put(each.mechanic(), each);
        }
        List<Finding> problems = new ArrayList<>();
        choices.forEach((mechanic, word) -> check(mechanic, word, changed, problems));
        List<Decision> decisions = new ArrayList<>();
        for (ChangedMechanic each : changed.values()) {
            String word = choices.get(each.mechanic());
            decisions.add(
                    new Decision(
                            each,
                            word == null
                                    ? each.choices().getFirst()
                                    : Choice.of(word).orElse(each.choices().getFirst()),
                            word != null));
        }
        return new Revising(decisions, problems);
    }

    private static void check(
            String mechanic,
            String word,
            Map<String, ChangedMechanic> changed,
            List<Finding> problems) {
        ChangedMechanic known = changed.get(mechanic);
        if (known == null) {
            problems.add(
                    finding(
                            mechanic,
                            changed.isEmpty()
                                    ? "Expected no choice, as no mechanic with progress changes, but there was one for '%s'."
                                            .formatted(mechanic)
                                    : "Expected a mechanic with progress that changes, but '%s' is none."
                                            .formatted(mechanic),
                            String.join(", ", changed.keySet())));
        } else if (known.choices().stream().noneMatch(each -> each.word().equals(word))) {
            String possible =
                    known.choices().stream().map(Choice::word).collect(Collectors.joining(" or "));
            problems.add(
                    finding(
                            mechanic,
                            "Expected %s for what changes in '%s', but it was '%s'."
                                    .formatted(possible, mechanic, word),
                            possible));
        }
    }

    private static Finding finding(String mechanic, String message, String expected) {
        String token = mechanic.replace("~", "~0").replace("/", "~1");
        return new Finding(
                "/progress/" + token, message, expected.isEmpty() ? null : expected, null, null);
    }

    /** The revisions that lead to the version, given those that led to the one before. */
    public Map<String, Revision> next(Map<String, Revision> before, int version) {
        Map<String, Revision> next = new LinkedHashMap<>(before);
        for (Decision decision : decisions) {
            String mechanic = decision.changed().mechanic();
            Revision old = before.get(mechanic);
            int restarted = old == null ? 0 : old.restarted();
            next.put(
                    mechanic,
                    new Revision(
                            version,
                            decision.choice(),
                            decision.choice() == Choice.RESTART ? version : restarted));
        }
        return next;
    }
}
