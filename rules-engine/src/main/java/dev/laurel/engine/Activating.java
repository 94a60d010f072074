package dev.laurel.engine;

import dev.laurel.engine.decisions.ActivationEffect;
import dev.laurel.engine.decisions.Term;
import dev.laurel.engine.events.Activation;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.ids.EffectIds;
import dev.laurel.engine.traces.EventTrace;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds what an event activates of what another one gave. */
final class Activating {

    private final Program program;
    private final Referring referring;
    private final EffectIds ids;

    Activating(Program program, EventMemory memory, EffectIds ids) {
        this.program = program;
        this.referring = new Referring(program, memory);
        this.ids = ids;
    }

    /** What came of looking for the event. */
    sealed interface Target {

        /**
         * There is nothing to activate.
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
         * @param effects what it may have given
         * @param others members besides its subject whom it may have given something
         */
        record Found(List<ActivationEffect> effects, Set<String> others) implements Target {}
    }

    /** Looks for the event that is named. */
    Target find(Activation activation, Event event, Variables variables) {
        Referring.Reference reference =
                new Referring.Reference(
                        activation.of(),
                        activation.by(),
                        "what activates its points",
                        "its points could wait");
        return switch (referring.find(reference, event, variables)) {
            case Referring.Target.None(String reason) -> new Target.None(reason);
            case Referring.Target.NotYet target ->
                    new Target.NotYet(
                            target.reason(),
                            referring.waiting(activation.of(), target, event, Map.of()));
            case Referring.Target.Found(EventKey key, EventTrace.Counted counted) ->
                    new Target.Found(effects(event, key, counted), counted.beneficiaries());
        };
    }

    private List<ActivationEffect> effects(Event event, EventKey key, EventTrace.Counted counted) {
        Map<UUID, ActivationEffect> effects = new LinkedHashMap<>();
        for (EventTrace.Award award : counted.awards()) {
            Term term = program.index().wallets().activated(award.wallet(), counted.type(), event);
            if (term != null) {
                UUID id = ids.rule(key, award.rule(), award.wallet());
                effects.put(id, new ActivationEffect(id, award.wallet(), term));
            }
        }
        return List.copyOf(effects.values());
    }

    /**
     * Since when events that had come before an event have activated what it gives, by their types:
     * of several the earliest counts.
     *
     * @param trace what is to be remembered of the event
     * @param ahead events that had come before it
     */
    Map<String, Instant> ahead(Event event, EventTrace trace, List<Event> ahead) {
        Map<String, Instant> activated = new HashMap<>();
        for (Event before : ahead) {
            Activation activation = program.activations().get(before.type());
            if (activation != null
                    && activation.of().equals(event.type())
                    && trace instanceof EventTrace.Counted counted
                    && referring.mismatch(
                                    event.type(), before, event.key(), event.subject(), counted)
                            == null) {
                activated.merge(before.type(), before.time(), Activating::earlier);
            }
        }
        return activated;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
