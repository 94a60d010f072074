package dev.laurel.leaderboards.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What boards are made of, for those who want to compare. */
public interface Verification {

    /**
     * Compares every ranking of a program with the days that it is the sum of, and leagues with
     * their scores.
     */
    Findings rankings(String program);

    /**
     * The days of a program's members, by wallet, member and day.
     *
     * @param after the one that the list begins behind, {@code null} for the first
     */
    List<MemberDay> days(String program, @Nullable MemberDay after, int limit);
}
