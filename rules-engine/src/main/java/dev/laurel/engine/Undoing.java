package dev.laurel.engine;

import dev.laurel.engine.decisions.Decision.Outcome;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.events.Reversal;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.traces.EventTrace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a reversal undoes. */
final class Undoing {

    private Undoing() {}

    /**
     * What came of looking for the event to undo.
     *
     * @param outcome of the reversal's decision
     * @param reason why nothing is undone, {@code null} when something is
     * @param trace what to remember about the event to undo
     * @param undone what that event did
     */
    record Target(
            Outcome outcome,
            @Nullable String reason,
            Optional<Result.Remembered> trace,
            Optional<EventTrace.Counted> undone) {

        /** The event to undo, for people. */
        String name() {
            return trace.map(t -> "%s '%s'".formatted(t.trace().type(), t.event().id()))
                    .orElse("nothing");
        }

        private static Target none(String reason) {
            return new Target(Outcome.REVERSED, reason, Optional.empty(), Optional.empty());
        }
    }

    static Target find(Reversal reversal, Event event, Variables variables, EventMemory memory) {
        String id;
        try {
            id = reversal.by().value(variables).toString();
        } catch (ExpressionFailure failure) {
            return Target.none(String.valueOf(failure.getMessage()));
        }
        EventKey original = new EventKey(event.source(), id);
        if (original.equals(event.key())) {
            return Target.none("Expected the id of another event, but it was its own.");
        }
        return target(reversal, event, original, memory.find(original));
    }

    private static Target target(
            Reversal reversal, Event event, EventKey original, @Nullable EventTrace trace) {
        if (trace != null && !trace.type().equals(reversal.of())) {
            return Target.none(
                    "Expected '%s' to be a %s, but it is a %s."
                            .formatted(original.id(), reversal.of(), trace.type()));
        }
        return switch (trace) {
            case null ->
                    new Target(
                            Outcome.WAITING,
                            "Expected the %s '%s' before its reversal, but it has not come yet."
                                    .formatted(reversal.of(), original.id()),
                            remember(original, new EventTrace.Awaited(reversal.of(), event.key())),
                            Optional.empty());
            case EventTrace.Counted counted ->
                    new Target(
                            Outcome.REVERSED,
                            null,
                            remember(original, new EventTrace.Undone(trace.type(), event.key())),
                            Optional.of(counted));
            case EventTrace.Awaited awaited -> again(reversal, original, awaited.by());
            case EventTrace.Undone undone -> again(reversal, original, undone.by());
            case EventTrace.Seen _ ->
                    Target.none(
                            "Expected a %s that was decided when it could be undone, but '%s' was not."
                                    .formatted(reversal.of(), original.id()));
        };
    }

    private static Target again(Reversal reversal, EventKey original, EventKey by) {
        return Target.none(
                "Expected a %s that stands, but '%s' was undone by '%s' before."
                        .formatted(reversal.of(), original.id(), by.id()));
    }

    private static Optional<Result.Remembered> remember(EventKey event, EventTrace trace) {
        return Optional.of(new Result.Remembered(event, trace));
    }

    /** What an event asked for, by rule, in the order of asking. */
    static Map<String, List<EventTrace.Award>> byRule(EventTrace.Counted undone) {
        Map<String, List<EventTrace.Award>> byRule = new LinkedHashMap<>();
        for (EventTrace.Award award : undone.awards()) {
            byRule.computeIfAbsent(award.rule(), rule -> new ArrayList<>()).add(award);
        }
        return byRule;
    }
}
