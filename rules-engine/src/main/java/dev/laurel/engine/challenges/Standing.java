package dev.laurel.engine.challenges;

import dev.laurel.engine.decisions.ChallengeDecision.Place;
import dev.laurel.engine.decisions.ChallengeDecision.Place.Outcome;
import dev.laurel.engine.ids.EffectIds;
import dev.laurel.engine.state.ChallengeState;
import org.jspecify.annotations.Nullable;

/**
 * Whether a completion of a challenge gives the member its award.
 *
 * @param place whether the member is among those who get it, {@code null} where all do or there was
 *     no completion
 * @param heldOut why the member is not to get it, {@code null} for who is
 */
public record Standing(@Nullable Place place, @Nullable String heldOut) {

    /**
     * Of a member.
     *
     * @param before how many completions stood before
     * @param state what stands now
     */
    public static Standing of(
            Challenge challenge, EffectIds ids, int before, ChallengeState state) {
        if (before == 0 && !state.completed()) {
            return new Standing(null, null);
        }
        String heldOut = challenge.heldOut(ids.program(), ids.member());
        if (heldOut != null && !state.awarded()) {
            return new Standing(null, state.completed() ? heldOut : null);
        }
        Integer winners = challenge.winners();
        return new Standing(winners == null ? null : new Place(winners, outcome(state)), null);
    }

    private static Outcome outcome(ChallengeState state) {
        if (!state.completed()) {
            return Outcome.GIVEN_UP;
        }
        if (state.awarded()) {
            return Outcome.WON;
        }
        return state.placeless() ? Outcome.ALL_TAKEN : Outcome.ASKED;
    }
}
