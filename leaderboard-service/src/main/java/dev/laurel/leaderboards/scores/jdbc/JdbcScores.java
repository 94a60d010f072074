package dev.laurel.leaderboards.scores.jdbc;

import dev.laurel.leaderboards.scores.Participant;
import dev.laurel.leaderboards.scores.Posting;
import dev.laurel.leaderboards.scores.Scores;
import dev.laurel.leaderboards.scores.Tally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Scores in PostgreSQL: some statements per batch, however many postings it has. */
@Repository
class JdbcScores implements Scores {

    private static final Logger log = LoggerFactory.getLogger(JdbcScores.class);

    private final JdbcClient jdbc;
    private final ProgramLocks locks;
    private final KeptTable kept;
    private final RolledTable rolled;
    private final Tallies tallies;

    JdbcScores(
            JdbcClient jdbc,
            ProgramLocks locks,
            KeptTable kept,
            RolledTable rolled,
            Tallies tallies) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.kept = kept;
        this.rolled = rolled;
        this.tallies = tallies;
    }

    @Override
    public void count(List<Posting> postings) {
        SortedMap<Participant, Long> last = new TreeMap<>();
        postings.forEach(
                posting -> last.merge(posting.participant(), posting.sequence(), Math::max));
        Set<String> programs = new TreeSet<>();
        last.keySet().forEach(participant -> programs.add(participant.program()));
        locks.share(programs);
        Tally tally = new Tally(advance(last), kept.of(programs), rolled.of(programs));
        postings.forEach(tally::add);
        if (tally.gaps() > 0) {
            log.warn(
                    "{} ledger entries came without the ones before them; those are missing in the"
                            + " scores.",
                    tally.gaps());
        }
        tallies.add(programs, tally);
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
                .param(Columns.texts(sequences.keySet(), Participant::program))
                .param(Columns.texts(sequences.keySet(), Participant::member))
                .param(Columns.numbers(sequences.values(), Long::longValue))
                .query(row -> {
                    before.put(
                            new Participant(row.getString("program"), row.getString("member")),
                            row.getLong("before"));
                });
        return before;
    }
}
