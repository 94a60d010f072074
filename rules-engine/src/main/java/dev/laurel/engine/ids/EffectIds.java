package dev.laurel.engine.ids;

import dev.laurel.engine.decisions.BadgeEffect;
import dev.laurel.engine.events.EventKey;
import java.util.Locale;
import java.util.UUID;

/**
 * Ids of what is decided for one member of one program. Effects of a rule are named after their
 * event; those of challenges and badges after how often they have happened, whatever event it was.
 *
 * @param program the program's id
 * @param member the member
 */
public record EffectIds(String program, String member) {

    public UUID decision(EventKey event) {
        return NamedUuid.of("decision", program, event.source(), event.id(), member);
    }

    public UUID rule(EventKey event, String rule, String wallet) {
        return NamedUuid.of("rule", program, event.source(), event.id(), member, rule, wallet);
    }

    /** Points of a challenge's nth completion. */
    public UUID challenge(String challenge, int nth, String wallet) {
        return NamedUuid.of("challenge", program, member, challenge, Integer.toString(nth), wallet);
    }

    /** Points of a challenge's nth completion taken back. */
    public UUID challengeTakenBack(String challenge, int nth, String wallet) {
        return NamedUuid.of(
                "challenge-taken-back", program, member, challenge, Integer.toString(nth), wallet);
    }

    /** What a wallet starts with, given for the nth time. */
    public UUID start(String wallet, int nth) {
        return NamedUuid.of("start", program, member, wallet, Integer.toString(nth));
    }

    /** What a wallet started with for the nth time taken back. */
    public UUID startTakenBack(String wallet, int nth) {
        return NamedUuid.of("start-taken-back", program, member, wallet, Integer.toString(nth));
    }

    public UUID badge(String badge, int nth, BadgeEffect.Change change) {
        return NamedUuid.of(
                "badge",
                program,
                member,
                badge,
                Integer.toString(nth),
                change.name().toLowerCase(Locale.ROOT));
    }
}
