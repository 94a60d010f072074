package dev.laurel.engine.challenges;

import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.Failure;
import dev.laurel.engine.expressions.Condition;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.members.Member;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * For which challenges one event of one member counts, as far as the member is concerned. It goes
 * by the event's own time and the event's own member, so that the order of events does not matter.
 */
public final class Participation {

    private final Member member;
    private final Instant time;
    private final Function<String, Entry> entries;
    private final Supplier<Variables> variables;
    private final List<Failure> failures;
    private final Map<String, Boolean> known = new HashMap<>();

    /**
     * Of a member in an event.
     *
     * @param entries the entry of a challenge
     * @param variables what expressions know about the member
     * @param failures gets the audiences that fail; the event does not count then
     */
    public Participation(
            Member member,
            Instant time,
            Function<String, Entry> entries,
            Supplier<Variables> variables,
            List<Failure> failures) {
        this.member = member;
        this.time = time;
        this.entries = entries;
        this.variables = variables;
        this.failures = failures;
    }

    /** Whether the event counts for a challenge if its day does. */
    public boolean counts(String challenge) {
        Entry entry = entries.apply(challenge);
        return entry.equals(Entry.FREE)
                || known.computeIfAbsent(
                        challenge, id -> hasJoined(entry, id) && belongs(entry, id));
    }

    private boolean hasJoined(Entry entry, String challenge) {
        Instant joined = member.enrolments().get(challenge);
        return !entry.optIn() || (joined != null && !time.isBefore(joined));
    }

    private boolean belongs(Entry entry, String challenge) {
        if (entry.audience() == Condition.ALWAYS) {
            return true;
        }
        try {
            return entry.audience().holds(variables.get());
        } catch (ExpressionFailure failure) {
            Cause cause = Cause.challenge(challenge);
            failures.add(new Failure(cause, String.valueOf(failure.getMessage())));
            return false;
        }
    }
}
