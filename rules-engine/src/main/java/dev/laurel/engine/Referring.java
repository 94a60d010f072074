package dev.laurel.engine;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.traces.EventTrace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the event that another one of the same source names. */
final class Referring {

    private final Program program;
    private final EventMemory memory;

    Referring(Program program, EventMemory memory) {
        this.program = program;
        this.memory = memory;
    }

    /**
     * What is referred to.
     *
     * @param of the type of the other event
     * @param by its id
     * @param what what the naming event is to it, such as "its reversal"
     * @param could what it must have been decided for, such as "it could be undone"
     */
    record Reference(String of, Expression by, String what, String could) {}

    /** What came of looking. */
    sealed interface Target {

        /**
         * There is nothing to be done.
         *
         * @param reason a sentence
         */
        record None(String reason) implements Target {}

        /**
         * The event has not come yet.
         *
         * @param reason a sentence
         * @param others what waits for it, too
         */
        record NotYet(String reason, EventKey key, List<Event> others) implements Target {}

        /** The event is there. */
        record Found(EventKey key, EventTrace.Counted counted) implements Target {}
    }

    /** Looks for the event that is named. */
    Target find(Reference reference, Event event, Variables variables) {
        String id;
        try {
            id = reference.by().value(variables).toString();
        } catch (ExpressionFailure failure) {
            return new Target.None(String.valueOf(failure.getMessage()));
        }
        EventKey key = new EventKey(event.source(), id);
        if (key.equals(event.key())) {
            return new Target.None("Expected the id of another event, but it was its own.");
        }
        EventTrace trace = memory.find(key);
        if (trace != null && !trace.type().equals(reference.of())) {
            return new Target.None(
                    "Expected '%s' to be a %s, but it is a %s."
                            .formatted(id, reference.of(), trace.type()));
        }
        return switch (trace) {
            case null -> notYet(reference, key, List.of());
            case EventTrace.Awaited awaited -> notYet(reference, key, awaited.reversals());
            case EventTrace.Counted counted -> found(reference.of(), event, key, counted);
            case EventTrace.Undone undone ->
                    new Target.None(
                            "Expected a %s that stands, but '%s' was undone by '%s' before."
                                    .formatted(reference.of(), id, undone.by().id()));
            case EventTrace.Seen _ ->
                    new Target.None(
                            "Expected a %s that was decided when %s, but '%s' was not."
                                    .formatted(reference.of(), reference.could(), id));
        };
    }

    private static Target notYet(Reference reference, EventKey key, List<Event> others) {
        return new Target.NotYet(
                "Expected the %s '%s' before %s, but it has not come yet."
                        .formatted(reference.of(), key.id(), reference.what()),
                key,
                others);
    }

    private Target found(String of, Event event, EventKey key, EventTrace.Counted counted) {
        String mismatch = mismatch(of, event, key, counted.original().subject(), counted);
        return mismatch == null ? new Target.Found(key, counted) : new Target.None(mismatch);
    }

    /** Why an event can't be what another one names; {@code null} when it can. */
    @Nullable String mismatch(
            String of, Event event, EventKey key, String subject, EventTrace.Counted counted) {
        if (!subject.equals(event.subject())) {
            return "Expected a %s of '%s', but '%s' is one of '%s'."
                    .formatted(of, event.subject(), key.id(), subject);
        }
        LocalDate date = LocalDate.ofInstant(event.time(), program.zone());
        return program.retention().isReversible(counted.localDate(), date)
                ? null
                : "Expected a %s of at most %d days before, but '%s' is of %s."
                        .formatted(
                                of, program.retention().reversals(), key.id(), counted.localDate());
    }

    /** What is to be remembered of an event that waits for another one. */
    Result.Remembered waiting(
            String of, Target.NotYet target, Event event, Map<String, Object> data) {
        List<Event> waiting = new ArrayList<>(target.others());
        waiting.add(
                new Event(
                        event.source(),
                        event.id(),
                        event.type(),
                        event.subject(),
                        event.time(),
                        event.recordedTime(),
                        event.imported(),
                        data));
        return new Result.Remembered(
                target.key(), new EventTrace.Awaited(of, untilGivenUp(waiting), waiting));
    }

    private @Nullable LocalDate untilGivenUp(List<Event> waiting) {
        return waiting.stream().anyMatch(Event::imported)
                ? null
                : waiting.stream()
                        .map(event ->
                                program.retention()
                                        .untilSettled(event.time(), event.recordedTime()))
                        .max(LocalDate::compareTo)
                        .orElseThrow();
    }
}
