package dev.laurel.engine;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.events.LineShape;
import dev.laurel.engine.events.Reversal;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.lines.LineReturn;
import dev.laurel.engine.lines.Lines;
import dev.laurel.engine.shares.Loss;
import dev.laurel.engine.traces.EventTrace;
import dev.laurel.engine.traces.EventTrace.Original;
import dev.laurel.engine.traces.Losing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what a reversal undoes of which event. */
final class Undoing {

    private final Program program;
    private final EventMemory memory;

    Undoing(Program program, EventMemory memory) {
        this.program = program;
        this.memory = memory;
    }

    /** What came of looking for the event to undo. */
    sealed interface Target {

        /**
         * Nothing can be undone.
         *
         * @param reason a sentence
         */
        record None(String reason) implements Target {}

        /**
         * The event has not come yet.
         *
         * @param reason a sentence
         */
        record NotYet(String reason, Result.Remembered trace) implements Target {}

        /**
         * The event is there.
         *
         * @param key its identity
         * @param counted what it did
         * @param losing what goes of it
         * @param notes what of the reversal does nothing, a sentence for each
         */
        record Found(EventKey key, EventTrace.Counted counted, Losing losing, List<String> notes)
                implements Target {

            /** Why something is taken back, for people. */
            String reason() {
                boolean whole = losing.loss().equals(Loss.WHOLE);
                return whole
                        ? "Taken back, as %s '%s' was undone.".formatted(counted.type(), key.id())
                        : "Taken back in part, as a share of %s of %s '%s' has been undone."
                                .formatted(losing.loss().after(), counted.type(), key.id());
            }
        }
    }

    /** Looks for the event that a reversal names. */
    Target find(Reversal reversal, Event event, Variables variables) {
        String id;
        try {
            id = reversal.by().value(variables).toString();
        } catch (ExpressionFailure failure) {
            return new Target.None(String.valueOf(failure.getMessage()));
        }
        EventKey original = new EventKey(event.source(), id);
        if (original.equals(event.key())) {
            return new Target.None("Expected the id of another event, but it was its own.");
        }
        EventTrace trace = memory.find(original);
        if (trace != null && !trace.type().equals(reversal.of())) {
            return new Target.None(
                    "Expected '%s' to be a %s, but it is a %s."
                            .formatted(original.id(), reversal.of(), trace.type()));
        }
        return switch (trace) {
            case null -> notYet(reversal, event, original, List.of());
            case EventTrace.Awaited awaited ->
                    notYet(reversal, event, original, awaited.reversals());
            case EventTrace.Counted counted -> found(reversal, event, original, counted);
            case EventTrace.Undone undone ->
                    new Target.None(
                            "Expected a %s that stands, but '%s' was undone by '%s' before."
                                    .formatted(reversal.of(), original.id(), undone.by().id()));
            case EventTrace.Seen _ ->
                    new Target.None(
                            "Expected a %s that was decided when it could be undone, but '%s' was not."
                                    .formatted(reversal.of(), original.id()));
        };
    }

    private Target notYet(Reversal reversal, Event event, EventKey original, List<Event> others) {
        List<Event> waiting = new ArrayList<>(others);
        waiting.add(
                new Event(
                        event.source(),
                        event.id(),
                        event.type(),
                        event.subject(),
                        event.time(),
                        event.recordedTime(),
                        event.imported(),
                        reversal.dataOfReversal(event.data())));
        EventTrace.Awaited trace =
                new EventTrace.Awaited(reversal.of(), untilGivenUp(waiting), waiting);
        return new Target.NotYet(
                "Expected the %s '%s' before its reversal, but it has not come yet."
                        .formatted(reversal.of(), original.id()),
                new Result.Remembered(original, trace));
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

    /** What a reversal takes of an event that has been decided. */
    Target found(Reversal reversal, Event event, EventKey original, EventTrace.Counted counted) {
        if (!counted.original().subject().equals(event.subject())) {
            return new Target.None(
                    "Expected a %s of '%s', but '%s' is one of '%s'."
                            .formatted(
                                    reversal.of(),
                                    event.subject(),
                                    original.id(),
                                    counted.original().subject()));
        }
        LocalDate date = LocalDate.ofInstant(event.time(), program.zone());
        if (!program.retention().isReversible(counted.localDate(), date)) {
            return new Target.None(
                    "Expected a %s of at most %d days before, but '%s' is of %s."
                            .formatted(
                                    reversal.of(),
                                    program.retention().reversals(),
                                    original.id(),
                                    counted.localDate()));
        }
        try {
            return reversal.lines() == null
                    ? byShare(reversal, event, original, counted)
                    : byLines(reversal.lines(), event, original, counted);
        } catch (ExpressionFailure failure) {
            return new Target.None(String.valueOf(failure.getMessage()));
        }
    }

    private static Target byShare(
            Reversal reversal, Event event, EventKey key, EventTrace.Counted counted)
            throws ExpressionFailure {
        Original before = counted.original();
        Original after = before.undone(reversal.share(event, before.data()));
        return new Target.Found(key, counted, new Losing(before, after), List.of());
    }

    private static Target byLines(
            LineShape shape, Event event, EventKey key, EventTrace.Counted counted) {
        Original before = counted.original();
        if (before.lines().isEmpty()) {
            return new Target.None(
                    "Expected a %s of which lines can be returned, but of '%s' none were kept."
                            .formatted(counted.type(), key.id()));
        }
        List<String> notes = new ArrayList<>();
        List<LineReturn> returns = shape.returns(event.data(), notes::add);
        Lines after = before.lines().less(returns, notes::add);
        if (after.equals(before.lines())) {
            return new Target.None(
                    notes.isEmpty()
                            ? "Expected lines to return, but there are none."
                            : String.join(" ", notes));
        }
        return new Target.Found(key, counted, new Losing(before, before.with(after)), notes);
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
