package dev.laurel.engine.ids;

import dev.laurel.engine.decisions.BadgeEffect;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.state.ChallengeKey;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ids of what is decided for one member of one program. Effects of a rule are named after their
 * event; those of challenges, streaks and badges after how often they have happened, whatever event
 * it was.
 *
 * @param program the program's id
 * @param member the member
 */
public record EffectIds(String program, String member) {

    public UUID decision(EventKey event) {
        return NamedUuid.of("decision", program, event.source(), event.id(), member);
    }

    /** The event that tells of a silence since then. */
    public UUID silence(String type, Instant since) {
        return NamedUuid.of("silence", program, member, type, since.toString());
    }

    public UUID rule(EventKey event, String rule, String wallet) {
        return NamedUuid.of("rule", program, event.source(), event.id(), member, rule, wallet);
    }

    /**
     * What awards call a challenge.
     *
     * @param challenge its id
     * @param occurrence which period of one that repeats with the calendar, else {@code null}
     */
    public record Completed(String challenge, @Nullable Long occurrence) {

        private String name() {
            return occurrence == null ? challenge : challenge + "@" + occurrence;
        }
    }

    /** Points of completions, the nth time that there were more of them. */
    public UUID challenge(Completed challenge, int nth, String wallet) {
        return NamedUuid.of(
                "challenge", program, member, challenge.name(), Integer.toString(nth), wallet);
    }

    /** Points of completions taken back after the nth time, when so many are left. */
    public UUID challengeTakenBack(Completed challenge, int nth, int left, String wallet) {
        return NamedUuid.of(
                "challenge-taken-back",
                program,
                member,
                challenge.name(),
                Integer.toString(nth),
                Integer.toString(left),
                wallet);
    }

    /**
     * Ids of what is decided for one team of one program.
     *
     * @param program the program's id
     * @param team the team
     */
    public record Team(String program, String team) {

        /** That an event of a member changed the team's progress. */
        public UUID progress(ChallengeKey challenge, EventKey event, String member) {
            return NamedUuid.of(
                    "team-progress",
                    program,
                    team,
                    challenge.challenge(),
                    Long.toString(challenge.occurrence()),
                    event.source(),
                    event.id(),
                    member);
        }
    }

    /** That the nth completion of a challenge has a place among the first, or that it has none. */
    public UUID place(ChallengeKey challenge, int nth, boolean won) {
        return NamedUuid.of(
                "place",
                program,
                member,
                challenge.challenge(),
                Long.toString(challenge.occurrence()),
                Integer.toString(nth),
                won ? "won" : "all-taken");
    }

    /** Points of a prize that an event tells of. */
    public UUID prize(EventKey event, String wallet) {
        return NamedUuid.of("prize", program, event.source(), event.id(), member, wallet);
    }

    /** What a wallet starts with, given for the nth time. */
    public UUID start(String wallet, int nth) {
        return NamedUuid.of("start", program, member, wallet, Integer.toString(nth));
    }

    /** What a wallet started with for the nth time taken back. */
    public UUID startTakenBack(String wallet, int nth) {
        return NamedUuid.of("start-taken-back", program, member, wallet, Integer.toString(nth));
    }

    /** Points of a streak's milestone, paid for the nth time. */
    public UUID streak(String streak, int milestone, int nth, String wallet) {
        return streak("streak", streak, milestone, nth, wallet);
    }

    /** Points of a streak's milestone taken back that were the nth to be paid. */
    public UUID streakTakenBack(String streak, int milestone, int nth, String wallet) {
        return streak("streak-taken-back", streak, milestone, nth, wallet);
    }

    private UUID streak(String kind, String streak, int milestone, int nth, String wallet) {
        return NamedUuid.of(
                kind,
                program,
                member,
                streak,
                Integer.toString(milestone),
                Integer.toString(nth),
                wallet);
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
