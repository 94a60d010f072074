package dev.laurel.leaderboards.scores.jdbc;

import dev.laurel.leaderboards.scores.Cell;
import java.util.Comparator;

/** What a row of table {@code ranking} stands for. */
record RankingName(String program, String wallet, String period, boolean byTeam)
        implements Comparable<RankingName> {

    private static final Comparator<RankingName> ORDER =
            Comparator.comparing(RankingName::program)
                    .thenComparing(RankingName::wallet)
                    .thenComparing(RankingName::period)
                    .thenComparing(RankingName::byTeam);

    static RankingName of(Cell cell) {
        return new RankingName(
                cell.program(), cell.wallet(), cell.period().toString(), cell.byTeam());
    }

    @Override
    public int compareTo(RankingName other) {
        return ORDER.compare(this, other);
    }
}
