package dev.laurel.engine;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.ObjectValue;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.members.Member;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says whom a mechanic is for, seen from one beneficiary of an event. */
final class Recipients {

    private static final int LONGEST_MEMBER = 200;

    private final ProgramVariables variables;
    private final ObjectValue event;
    private final Variables ofSubject;
    private final Instant time;
    private final String subject;
    private final Member beneficiary;

    Recipients(ProgramVariables variables, ObjectValue view, Event event, Member beneficiary) {
        this.variables = variables;
        this.event = view;
        this.time = event.time();
        this.subject = event.subject();
        this.beneficiary = beneficiary;
        this.ofSubject = variablesOf(event.subject());
    }

    /** Whom a mechanic is for. */
    sealed interface Recipient {}

    /** The beneficiary who is decided for. */
    record Ours(Variables variables) implements Recipient {}

    /** Another member. */
    record Theirs(String member, Variables variables) implements Recipient {}

    /** Nobody, as {@code for} does not name a member. */
    record Nobody(String reason, Variables variables) implements Recipient {}

    Variables ofSubject() {
        return ofSubject;
    }

    /**
     * Whom a mechanic is for.
     *
     * @param named its {@code for}, {@code null} for the subject
     */
    Recipient of(@Nullable Expression named) {
        if (named == null) {
            return recipient(subject);
        }
        try {
            Object value = named.value(ofSubject);
            return value instanceof String || value instanceof Long
                    ? valid(named, value.toString())
                    : new Nobody(sentence(named, "it was no text"), ofSubject);
        } catch (ExpressionFailure failure) {
            return new Nobody(String.valueOf(failure.getMessage()), ofSubject);
        }
    }

    private Recipient valid(Expression named, String member) {
        boolean valid =
                !member.isBlank()
                        && member.length() <= LONGEST_MEMBER
                        && member.chars().noneMatch(Character::isISOControl);
        return valid
                ? recipient(member)
                : new Nobody(sentence(named, "it was '" + member + "'"), ofSubject);
    }

    private Recipient recipient(String member) {
        Variables own = member.equals(subject) ? ofSubject : variablesOf(member);
        return member.equals(beneficiary.id()) ? new Ours(own) : new Theirs(member, own);
    }

    /** Of another member than the beneficiary only the id is known here. */
    private Variables variablesOf(String member) {
        boolean ours = member.equals(beneficiary.id());
        return variables.ofEvent(event, ours ? beneficiary : Member.of(member), time);
    }

    private static String sentence(Expression named, String but) {
        return "Expected %s to be a member id of 1 to %d characters, but %s."
                .formatted(named.text(), LONGEST_MEMBER, but);
    }
}
