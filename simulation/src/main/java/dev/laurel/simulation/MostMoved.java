package dev.laurel.simulation;

import java.util.Comparator;
import java.util.List;

/** The members for whom the most points would have moved. */
public final class MostMoved {

    private static final Comparator<MemberForecast> FIRST =
            Comparator.comparingLong(MostMoved::most)
                    .reversed()
                    .thenComparing(MemberForecast::member);

    private MostMoved() {}

    /**
     * Finds them.
     *
     * @param top at most so many
     */
    public static List<MemberForecast> of(Forecast forecast, int top) {
        return forecast.members().values().stream()
                .filter(MemberForecast::isTouched)
                .sorted(FIRST)
                .limit(top)
                .toList();
    }

    /** The balance furthest from 0. */
    private static long most(MemberForecast member) {
        return member.balances().values().stream().mapToLong(Math::abs).max().orElse(0);
    }
}
