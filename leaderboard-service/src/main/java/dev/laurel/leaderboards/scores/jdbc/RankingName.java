package dev.laurel.leaderboards.scores.jdbc;

import dev.laurel.leaderboards.scores.Cell;
import java.util.Comparator;

/** What a row of table {@code ranking} stands for. */
record RankingName(String program, String wallet, String period)
        implements Comparable<RankingName> {

    private static final Comparator<RankingName> ORDER =
            Comparator.comparing(RankingName::program)
                    .thenComparing(RankingName::wallet)
                    .thenComparing(RankingName::period);

    static RankingName of(Cell cell) {
        return new RankingName(
                cell.participant().program(), cell.wallet(), cell.period().toString());
    }

    @Override
    public int compareTo(RankingName other) {
        return ORDER.compare(this, other);
    }
}
