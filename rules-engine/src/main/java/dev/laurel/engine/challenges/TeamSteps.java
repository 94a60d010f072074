package dev.laurel.engine.challenges;

import dev.laurel.engine.challenges.Step.Window;
import dev.laurel.engine.document.Place;
import dev.laurel.engine.document.Section;
import java.util.List;
import java.util.Set;

/** Reads whether a challenge is done {@code by} members or by teams, and what teams can do. */
final class TeamSteps {

    private TeamSteps() {}

    /**
     * Whether it is done by teams.
     *
     * @param steps its steps that have no problems
     */
    static boolean read(Section section, List<Step> steps) {
        boolean byTeam =
                section.choice("by", Set.of("member", "team"), Set.of(), "member").equals("team");
        if (!byTeam) {
            return false;
        }
        boolean whole =
                section.value("steps") instanceof List<?> list && list.size() == steps.size();
        for (int i = 0; whole && i < steps.size(); i++) {
            check(section, section.place("steps").child(i), steps.get(i));
        }
        if (section.value("order") instanceof String order && order.equals("sequence")) {
            section.problem(
                    "order",
                    "Expected `order: any` for teams, but 'sequence' is not available yet.");
        }
        return true;
    }

    private static void check(Section section, Place place, Step step) {
        switch (step) {
            case Step.Known _ ->
                    section.problems()
                            .add(
                                    place.child("when").pointer(),
                                    "Expected a step with 'measure' for teams, but it has 'when'.");
            case Step.Measured measured -> {
                if (measured.window() instanceof Window.Ever) {
                    section.problems()
                            .add(
                                    place.child("window").pointer(),
                                    "Expected another window for teams, but it was 'ever'.");
                }
            }
        }
    }
}
