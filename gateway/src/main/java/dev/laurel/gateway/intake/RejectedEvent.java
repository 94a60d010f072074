package dev.laurel.gateway.intake;

import dev.laurel.cloudevents.EventReading.Rejected;
import dev.laurel.cloudevents.FieldProblem;
import dev.laurel.contracts.programs.ShapeProblem;
import dev.laurel.gateway.GatewayProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.ProblemBody;
import dev.laurel.web.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event of a batch that was not taken.
 *
 * @param index its place in the batch, from 0
 * @param id its id, as far as it has one
 * @param problem what is wrong with it; pointers are within the event
 */
record RejectedEvent(int index, @Nullable String id, ProblemBody problem) {

    /** An event that is none, whatever the program. */
    static RejectedEvent malformed(Rejected event) {
        return of(
                event.index(),
                event.id(),
                GatewayProblem.INVALID_EVENT,
                event.problems().stream().map(RejectedEvent::violation).toList());
    }

    /** An event that its program does not know, or knows in another shape. */
    static RejectedEvent misshapen(int index, String id, List<ShapeProblem> problems) {
        boolean type = problems.stream().anyMatch(problem -> problem.pointer().equals("/type"));
        return of(
                index,
                id,
                type ? GatewayProblem.UNKNOWN_EVENT_TYPE : GatewayProblem.INVALID_EVENT,
                problems.stream()
                        .map(it -> new Violation(it.pointer(), it.message(), it.expected()))
                        .toList());
    }

    private static RejectedEvent of(
            int index, @Nullable String id, GatewayProblem type, List<Violation> errors) {
        String detail =
                errors.size() == 1
                        ? errors.getFirst().message()
                        : "Expected a sound event, but %d things are wrong with it."
                                .formatted(errors.size());
        return new RejectedEvent(index, id, new Problem(type, detail, errors).body());
    }

    private static Violation violation(FieldProblem problem) {
        return new Violation(problem.pointer(), problem.message(), problem.expected());
    }
}
