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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what a reversal undoes of which event. */
final class Undoing {

    private final Referring referring;

    Undoing(Program program, EventMemory memory) {
        this.referring = new Referring(program, memory);
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
        Referring.Reference reference =
                new Referring.Reference(
                        reversal.of(), reversal.by(), "its reversal", "it could be undone");
        return switch (referring.find(reference, event, variables)) {
            case Referring.Target.None(String reason) -> new Target.None(reason);
            case Referring.Target.NotYet target ->
                    new Target.NotYet(
                            target.reason(),
                            referring.waiting(
                                    reversal.of(),
                                    target,
                                    event,
                                    reversal.dataOfReversal(event.data())));
            case Referring.Target.Found(EventKey key, EventTrace.Counted counted) ->
                    found(reversal, event, key, counted);
        };
    }

    /** What a reversal takes of an event that has been decided. */
    Target found(Reversal reversal, Event event, EventKey original, EventTrace.Counted counted) {
        String mismatch =
                referring.mismatch(
                        reversal.of(), event, original, counted.original().subject(), counted);
        if (mismatch != null) {
            return new Target.None(mismatch);
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
