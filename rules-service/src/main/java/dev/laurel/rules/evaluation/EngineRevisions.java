package dev.laurel.rules.evaluation;

import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.revisions.Choice;
import dev.laurel.engine.revisions.Revision;
import dev.laurel.engine.revisions.Revisions;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The changes that led to a published version as the engine takes them. */
public final class EngineRevisions {

    private EngineRevisions() {}

    /**
     * The same changes.
     *
     * @throws IllegalArgumentException when one is of a kind of mechanic that there is not
     */
    public static Revisions of(PublishedProgram published) {
        Map<Cause, Revision> changes = new LinkedHashMap<>();
        Objects.requireNonNullElse(
                        published.revisions(), Map.<String, PublishedProgram.Revision>of())
                .forEach((mechanic, revision) ->
                        changes.put(
                                cause(mechanic),
                                new Revision(
                                        revision.changed(),
                                        choice(revision.choice()),
                                        revision.restarted())));
        return new Revisions(published.version(), changes);
    }

    private static Cause cause(String mechanic) {
        int colon = mechanic.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "Expected a mechanic such as challenge:spring, but it was '%s'."
                            .formatted(mechanic));
        }
        return new Cause(
                Cause.Kind.valueOf(mechanic.substring(0, colon).toUpperCase(Locale.ROOT)),
                mechanic.substring(colon + 1));
    }

    private static Choice choice(PublishedProgram.Choice choice) {
        return switch (choice) {
            case KEEP -> Choice.KEEP;
            case RESTART -> Choice.RESTART;
            case RECOMPUTE -> Choice.RECOMPUTE;
        };
    }
}
