package dev.laurel.leaderboards.prizes.jdbc;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.Prize;
import dev.laurel.leaderboards.prizes.Announcement;
import dev.laurel.leaderboards.prizes.Winners;
import dev.laurel.leaderboards.prizes.Won;
import dev.laurel.leaderboards.scores.Period;
import dev.laurel.leaderboards.seals.Seal;
import dev.laurel.leaderboards.seals.Sealed;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code prize} and {@code won}. */
@Repository
class PrizeTable implements Sealed, Winners {

    private static final int TOLD_AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final Announcement announcement;

    PrizeTable(JdbcClient jdbc, Announcement announcement) {
        this.jdbc = jdbc;
        this.announcement = announcement;
    }

    @Override
    public void of(Seal seal, Board board, Period period) {
        List<Prize> prizes = board.prizes();
        if (prizes.isEmpty()) {
            return;
        }
        prizes.forEach(prize -> keep(seal, prize));
        win(seal, prizes.stream().mapToInt(Prize::last).max().orElseThrow());
        List<Won> some = of(seal, 0, TOLD_AT_ONCE);
        while (!some.isEmpty()) {
            announcement.tell(seal, some);
            some = of(seal, some.getLast().number(), TOLD_AT_ONCE);
        }
    }

    @Override
    public List<Won> of(Seal seal, long after, int limit) {
        return jdbc.sql(
                        """
                        SELECT w.id, w.member, w.rank, w.score, w.event, p.wallets, p.points, p.badge
                        FROM won w JOIN prize p USING (seal, first_place)
                        WHERE w.seal = ? AND w.id > ? ORDER BY w.id LIMIT ?
                        """)
                .param(seal.id())
                .param(after)
                .param(limit)
                .query((row, _) -> WonRow.read(row))
                .list();
    }

    private void keep(Seal seal, Prize prize) {
        jdbc.sql(
                        """
                        INSERT INTO prize (seal, first_place, last_place, wallets, points, badge)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .param(seal.id())
                .param(prize.first())
                .param(prize.last())
                .param(prize.points().keySet().toArray(String[]::new))
                .param(prize.points().values().stream().mapToLong(Long::longValue).toArray())
                .param(prize.badge())
                .update();
    }

    /** Who has no points wins nothing, however few there are. */
    private void win(Seal seal, int lastPlace) {
        String ranked =
                switch (seal.ties()) {
                    case FIRST_TO_REACH ->
                            """
                            SELECT row_number() OVER (ORDER BY rev, reached_at, member) AS rank,
                                   member, score
                            FROM sealed_score WHERE seal = :seal AND score > 0
                            ORDER BY rev, reached_at, member LIMIT :last
                            """;
                    case SHARED ->
                            """
                            SELECT rank() OVER (ORDER BY rev) AS rank, member, score
                            FROM sealed_score WHERE seal = :seal AND score > 0
                            ORDER BY rev FETCH FIRST :last ROWS WITH TIES
                            """;
                };
        jdbc.sql(
                        """
                        INSERT INTO won (seal, first_place, member, rank, score, event)
                        SELECT p.seal, p.first_place, r.member, r.rank, r.score,
                               md5(concat_ws(E'\\n', 'prize', s.program, s.leaderboard, s.period,
                                             r.member))::uuid
                        FROM (%s) AS r
                        JOIN prize p ON p.seal = :seal
                             AND r.rank BETWEEN p.first_place AND p.last_place
                        JOIN seal s ON s.id = p.seal
                        ORDER BY r.rank, r.member
                        """
                                .formatted(ranked))
                .param("seal", seal.id())
                .param("last", lastPlace)
                .update();
    }
}
