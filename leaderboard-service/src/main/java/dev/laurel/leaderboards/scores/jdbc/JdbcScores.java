package dev.laurel.leaderboards.scores.jdbc;

import dev.laurel.leaderboards.scores.Cell;
import dev.laurel.leaderboards.scores.Gain;
import dev.laurel.leaderboards.scores.Participant;
import dev.laurel.leaderboards.scores.Posting;
import dev.laurel.leaderboards.scores.Scores;
import dev.laurel.leaderboards.scores.Tally;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Scores in PostgreSQL: three statements per batch, however many postings it has. */
@Repository
class JdbcScores implements Scores {

    private static final Logger log = LoggerFactory.getLogger(JdbcScores.class);

    private final JdbcClient jdbc;

    JdbcScores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void count(List<Posting> postings) {
        SortedMap<Participant, Long> last = new TreeMap<>();
        postings.forEach(
                posting -> last.merge(posting.participant(), posting.sequence(), Math::max));
        Tally tally = new Tally(advance(last));
        postings.forEach(tally::add);
        if (tally.gaps() > 0) {
            log.warn(
                    "{} ledger entries came without the ones before them; those are missing in the"
                            + " scores.",
                    tally.gaps());
        }
        if (!tally.gains().isEmpty()) {
            add(tally.gains());
        }
    }

    /**
     * Brings participants to the last posting of the batch, in the order of the primary key, so
     * that two batches cannot wait for each other. Holds their rows until the transaction ends.
     *
     * @return the last posting of each that was counted before, 0 for new ones
     */
    private Map<Participant, Long> advance(SortedMap<Participant, Long> sequences) {
        Map<Participant, Long> before = HashMap.newHashMap(sequences.size());
        jdbc.sql(
                        """
                        INSERT INTO participant AS p (program, member, sequence)
                        SELECT * FROM unnest(?, ?, ?)
                        ON CONFLICT (program, member) DO UPDATE
                        SET sequence = greatest(p.sequence, excluded.sequence)
                        RETURNING program, member, coalesce(old.sequence, 0) AS before
                        """)
                .param(column(sequences.keySet(), Participant::program))
                .param(column(sequences.keySet(), Participant::member))
                .param(sequences.values().stream().mapToLong(Long::longValue).toArray())
                .query(row -> {
                    before.put(
                            new Participant(row.getString("program"), row.getString("member")),
                            row.getLong("before"));
                });
        return before;
    }

    private void add(Map<Cell, Gain> gains) {
        addRankings(gains.keySet());
        jdbc.sql(
                        """
                        INSERT INTO score AS s (ranking, member, score, reached_at)
                        SELECT r.id, g.member, g.score, g.reached_at
                        FROM unnest(?, ?, ?, ?, ?, ?, ?::timestamptz[])
                             AS g (program, wallet, period, by_team, member, score, reached_at)
                        JOIN ranking r USING (program, wallet, period, by_team)
                        ORDER BY r.id, g.member
                        ON CONFLICT (ranking, member) DO UPDATE
                        SET score = s.score + excluded.score,
                            reached_at =
                                CASE WHEN 'infinity' IN (s.reached_at, excluded.reached_at)
                                     THEN least(s.reached_at, excluded.reached_at)
                                     ELSE greatest(s.reached_at, excluded.reached_at)
                                END
                        """)
                .param(column(gains.keySet(), Cell::program))
                .param(column(gains.keySet(), Cell::wallet))
                .param(column(gains.keySet(), cell -> cell.period().toString()))
                .param(truths(gains.keySet(), Cell::byTeam))
                .param(column(gains.keySet(), Cell::competitor))
                .param(gains.values().stream().mapToLong(Gain::points).toArray())
                .param(column(gains.values(), JdbcScores::reachedAt))
                .update();
    }

    /** Few, and hardly ever new: the first statement only reads. */
    private void addRankings(Collection<Cell> cells) {
        List<RankingName> names = cells.stream().map(RankingName::of).distinct().sorted().toList();
        jdbc.sql(
                        """
                        INSERT INTO ranking (program, wallet, period, by_team)
                        SELECT * FROM unnest(?, ?, ?, ?) AS n (program, wallet, period, by_team)
                        WHERE NOT EXISTS (
                            SELECT FROM ranking r
                            WHERE r.program = n.program AND r.wallet = n.wallet
                              AND r.period = n.period AND r.by_team = n.by_team)
                        ON CONFLICT DO NOTHING
                        """)
                .param(column(names, RankingName::program))
                .param(column(names, RankingName::wallet))
                .param(column(names, RankingName::period))
                .param(truths(names, RankingName::byTeam))
                .update();
    }

    private static String reachedAt(Gain gain) {
        var reachedAt = gain.reachedAt();
        return reachedAt == null ? "infinity" : reachedAt.toString();
    }

    private static <T> boolean[] truths(Collection<T> rows, Predicate<T> value) {
        boolean[] truths = new boolean[rows.size()];
        int index = 0;
        for (T row : rows) {
            truths[index++] = value.test(row);
        }
        return truths;
    }

    private static <T> String[] column(Collection<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
