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
import java.util.TreeSet;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Scores in PostgreSQL: four statements per batch, however many postings it has. */
@Repository
class JdbcScores implements Scores {

    private static final Logger log = LoggerFactory.getLogger(JdbcScores.class);

    private final JdbcClient jdbc;

    JdbcScores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void count(List<Posting> postings) {
        Tally tally = new Tally(lock(new TreeSet<>(participantsOf(postings))));
        postings.forEach(tally::add);
        if (tally.gaps() > 0) {
            log.warn(
                    "{} ledger entries came without the ones before them; those are missing in the"
                            + " scores.",
                    tally.gaps());
        }
        if (!tally.advanced().isEmpty()) {
            advance(new TreeMap<>(tally.advanced()));
            add(tally.gains());
        }
    }

    private static List<Participant> participantsOf(List<Posting> postings) {
        return postings.stream().map(Posting::participant).toList();
    }

    /** Locks in the order of the primary key, so that two batches cannot wait for each other. */
    private Map<Participant, Long> lock(Collection<Participant> participants) {
        String[] programs = column(participants, Participant::program);
        String[] members = column(participants, Participant::member);
        jdbc.sql(
                        """
                        INSERT INTO participant (program, member)
                        SELECT program, member FROM unnest(?, ?) AS p (program, member)
                        ON CONFLICT DO NOTHING
                        """)
                .param(programs)
                .param(members)
                .update();
        Map<Participant, Long> sequences = HashMap.newHashMap(programs.length);
        jdbc.sql(
                        """
                        SELECT program, member, sequence FROM participant
                        WHERE (program, member) IN (SELECT * FROM unnest(?, ?))
                        ORDER BY program, member
                        FOR UPDATE
                        """)
                .param(programs)
                .param(members)
                .query(row -> {
                    sequences.put(
                            new Participant(row.getString("program"), row.getString("member")),
                            row.getLong("sequence"));
                });
        return sequences;
    }

    private void advance(SortedMap<Participant, Long> sequences) {
        jdbc.sql(
                        """
                        UPDATE participant AS p SET sequence = a.sequence
                        FROM unnest(?, ?, ?) AS a (program, member, sequence)
                        WHERE p.program = a.program AND p.member = a.member
                        """)
                .param(column(sequences.keySet(), Participant::program))
                .param(column(sequences.keySet(), Participant::member))
                .param(sequences.values().stream().mapToLong(Long::longValue).toArray())
                .update();
    }

    private void add(Map<Cell, Gain> gains) {
        jdbc.sql(
                        """
                        INSERT INTO score AS s (program, member, wallet, period, score, reached_at)
                        SELECT * FROM unnest(?, ?, ?, ?, ?, ?::timestamptz[])
                        ON CONFLICT (program, member, wallet, period) DO UPDATE
                        SET score = s.score + excluded.score,
                            reached_at =
                                CASE WHEN 'infinity' IN (s.reached_at, excluded.reached_at)
                                     THEN least(s.reached_at, excluded.reached_at)
                                     ELSE greatest(s.reached_at, excluded.reached_at)
                                END
                        """)
                .param(column(gains.keySet(), cell -> cell.participant().program()))
                .param(column(gains.keySet(), cell -> cell.participant().member()))
                .param(column(gains.keySet(), Cell::wallet))
                .param(column(gains.keySet(), cell -> cell.period().toString()))
                .param(gains.values().stream().mapToLong(Gain::points).toArray())
                .param(column(gains.values(), JdbcScores::reachedAt))
                .update();
    }

    private static String reachedAt(Gain gain) {
        var reachedAt = gain.reachedAt();
        return reachedAt == null ? "infinity" : reachedAt.toString();
    }

    private static <T> String[] column(Collection<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
