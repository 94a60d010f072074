package dev.laurel.simulation;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one member would have in the end.
 *
 * @param member the member's id
 * @param balances points in every wallet of the program
 * @param badges badges that the member holds, with how many of each
 * @param challenges challenges that are complete
 * @param tier the tier, {@code null} for none
 */
public record MemberForecast(
        String member,
        Map<String, Long> balances,
        Map<String, Integer> badges,
        Set<String> challenges,
        @Nullable String tier) {

    public MemberForecast {
        balances = Collections.unmodifiableMap(new TreeMap<>(balances));
        badges = Collections.unmodifiableMap(new TreeMap<>(badges));
        challenges = Collections.unmodifiableSet(new TreeSet<>(challenges));
    }

    /** Whether anything is left of what events did. */
    public boolean isTouched() {
        return !badges.isEmpty()
                || !challenges.isEmpty()
                || balances.values().stream().anyMatch(points -> points != 0);
    }

    /** The balance of a wallet, 0 for one that the program lacks. */
    public long balance(String wallet) {
        return balances.getOrDefault(wallet, 0L);
    }
}
