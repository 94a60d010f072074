package dev.laurel.engine.challenges;

import dev.laurel.engine.challenges.Step.Window;
import dev.laurel.engine.document.Place;
import dev.laurel.engine.document.Section;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often a challenge can be completed, by how many steps and in which order.
 *
 * @param repeat how often
 * @param inSequence whether the steps have an order
 * @param enough how many of them are enough
 */
record Rhythm(Repeat repeat, boolean inSequence, int enough) {

    /**
     * Reads {@code repeat}, {@code order} and {@code complete}.
     *
     * @param additive metrics by id, and whether they put together what events add
     */
    static Rhythm read(Section section, List<Step> steps, Map<String, Boolean> additive) {
        String word = section.choice("repeat", Repeat.words(), Set.of(), Repeat.NEVER.word());
        Repeat repeat =
                java.util.Arrays.stream(Repeat.values())
                        .filter(each -> each.word().equals(word))
                        .findFirst()
                        .orElseThrow();
        boolean inSequence =
                section.choice("order", Set.of("any", "sequence"), Set.of(), "any")
                        .equals("sequence");
        Rhythm rhythm = new Rhythm(repeat, inSequence, enough(section, steps.size()));
        boolean whole =
                section.value("steps") instanceof List<?> list && list.size() == steps.size();
        for (int i = 0; whole && i < steps.size(); i++) {
            rhythm.check(steps.get(i), section.place("steps").child(i), section, additive);
        }
        if (inSequence && repeat != Repeat.NEVER) {
            section.problem(
                    "order",
                    "Expected `order: any` where a challenge repeats, but it was 'sequence'.");
        }
        return rhythm;
    }

    private static int enough(Section section, int steps) {
        Long enough = section.whole("complete");
        if (enough == null || steps == 0) {
            return steps;
        }
        if (enough < 1 || enough > steps) {
            section.problem(
                    "complete", "Expected 1 to %d steps, but it was %d.".formatted(steps, enough));
            return steps;
        }
        if (enough < steps
                && section.value("order") instanceof String order
                && order.equals("sequence")) {
            section.problem(
                    "complete",
                    "Expected all steps of a sequence, but it was %d of %d."
                            .formatted(enough, steps));
        }
        return Math.toIntExact(enough);
    }

    private void check(Step step, Place place, Section section, Map<String, Boolean> additive) {
        switch (step) {
            case Step.Known _ when inSequence || repeat == Repeat.UNLIMITED ->
                    section.problems()
                            .add(
                                    place.child("when").pointer(),
                                    "Expected a step with 'measure' %s, but it has 'when'."
                                            .formatted(phrase()));
            case Step.Known _ -> {}
            case Step.Measured measured -> {
                boolean plain = !inSequence && repeat == Repeat.NEVER;
                if (!plain && !(measured.window() instanceof Window.Challenge)) {
                    section.problems()
                            .add(
                                    place.child("window").pointer(),
                                    "Expected `window: challenge` %s, but it was another one."
                                            .formatted(phrase()));
                }
                if (repeat == Repeat.UNLIMITED && !additive.getOrDefault(measured.metric(), true)) {
                    section.problems()
                            .add(
                                    place.child("measure").pointer(),
                                    "Expected a count, a sum or distinct values where a challenge is unlimited, but '%s' is none."
                                            .formatted(measured.metric()));
                }
            }
        }
    }

    private String phrase() {
        return inSequence ? "in a sequence" : "where a challenge repeats";
    }
}
