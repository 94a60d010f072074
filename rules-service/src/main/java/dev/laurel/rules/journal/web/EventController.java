package dev.laurel.rules.journal.web;

import dev.laurel.rules.journal.Decisions;
import dev.laurel.rules.journal.StoredDecision;
import dev.laurel.rules.programs.web.KnownPrograms;
import dev.laurel.web.Problem;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.util.RawValue;

@RestController
class EventController {

    private static final String TOO_LATE = "TOO_LATE";

    private final KnownPrograms programs;
    private final Decisions decisions;

    EventController(KnownPrograms programs, Decisions decisions) {
        this.programs = programs;
        this.decisions = decisions;
    }

    /**
     * Where an event stands.
     *
     * @param source with {@code id} the event's identity
     * @param id see {@code source}
     * @param status {@code decided}, or {@code refused} when it came too late
     * @param decisions one for each beneficiary
     */
    record Standing(String source, String id, String status, List<RawValue> decisions) {}

    @GetMapping("/v1/programs/{program}/events/{source}/{id}")
    Standing event(
            @PathVariable String program, @PathVariable String source, @PathVariable String id) {
        programs.require(program);
        List<StoredDecision> found = decisions.ofEvent(program, source, id);
        if (found.isEmpty()) {
            throw new Problem(
                    JournalProblem.UNKNOWN_EVENT,
                    "Expected an event '%s' of source '%s' that was decided, but there is none: it was not accepted, or not decided yet."
                            .formatted(id, source));
        }
        boolean refused = found.stream().allMatch(decision -> decision.outcome().equals(TOO_LATE));
        return new Standing(
                source,
                id,
                refused ? "refused" : "decided",
                found.stream().map(MemberController::raw).toList());
    }
}
