package dev.laurel.engine.state;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands with an occurrence of a challenge that they have completed or begun.
 *
 * @param standing how many completions stand now: 0 or 1, or more where the challenge is unlimited
 * @param times how often the number of completions has grown
 * @param given points per wallet that the standing completions gave, empty when there are none
 * @param badge the badge that they gave
 * @param known which steps that look at the member held last, a bit for each by its place
 * @param kept how many of the completions stand whatever the present definition says, as an earlier
 *     one had given them; until something that counted is undone
 * @param placeless whether a place among the first was asked for and there was none left
 */
public record ChallengeState(
        int standing,
        int times,
        Map<String, Long> given,
        @Nullable String badge,
        long known,
        int kept,
        boolean placeless) {

    public static final ChallengeState NEVER = new ChallengeState(0, 0, Map.of(), null, 0, 0);

    /** Of a challenge without a limited number of places, or before anything is known of one. */
    public ChallengeState(
            int standing,
            int times,
            Map<String, Long> given,
            @Nullable String badge,
            long known,
            int kept) {
        this(standing, times, given, badge, known, kept, false);
    }

    public ChallengeState {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    /** The same, with that said of the member. */
    public ChallengeState knowing(long steps) {
        return steps == known
                ? this
                : new ChallengeState(standing, times, given, badge, steps, kept, placeless);
    }

    /** The same with so many completions that stand whatever the definition says. */
    public ChallengeState keeping(int completions) {
        return completions == kept
                ? this
                : new ChallengeState(standing, times, given, badge, known, completions, placeless);
    }

    /** The same with all completions standing whatever the definition says. */
    public ChallengeState keptAsItStands() {
        return keeping(standing);
    }

    /** The same before any progress, with what was given out of reach. */
    public ChallengeState restarted() {
        return new ChallengeState(0, times, Map.of(), null, 0, 0);
    }

    /** The same after the answer that all places are taken. */
    public ChallengeState withoutPlace() {
        return new ChallengeState(standing, times, given, badge, known, kept, true);
    }

    /** Whether what stands has given anything. */
    public boolean awarded() {
        return badge != null || !given.isEmpty();
    }

    /** Whether it is complete now. */
    public boolean completed() {
        return standing > 0;
    }
}
