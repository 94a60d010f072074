package dev.laurel.scoring.integrity.jdbc;

import dev.laurel.scoring.chain.Hash;
import dev.laurel.scoring.integrity.Checks;
import dev.laurel.scoring.integrity.Fault;
import dev.laurel.scoring.jobs.Night;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcChecks implements Checks {

    private final JdbcClient jdbc;

    JdbcChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isOver(Night night) {
        return jdbc.sql("SELECT now() >= :end")
                .param(
                        "end",
                        night.day()
                                .plusDays(1)
                                .atStartOfDay(night.zone())
                                .toInstant()
                                .atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void add(Night night, long postings, List<Fault> faults) {
        jdbc.sql(
                        """
                        INSERT INTO integrity_check AS c (program, day, postings, faults, first)
                        VALUES (:program, :day, :postings, :faults, :first)
                        ON CONFLICT (program, day) DO UPDATE SET
                            postings = c.postings + EXCLUDED.postings,
                            faults = c.faults + EXCLUDED.faults,
                            first = coalesce(c.first, EXCLUDED.first)
                        """)
                .param("program", night.program())
                .param("day", night.day())
                .param("postings", postings)
                .param("faults", faults.size())
                .param("first", faults.isEmpty() ? null : faults.getFirst().detail())
                .update();
    }

    @Override
    public Check finish(
            Night night, List<Fault> faults, List<String> discrepancies, Hash fingerprint) {
        return jdbc.sql(
                        """
                        UPDATE integrity_check SET
                            faults = faults + :faults,
                            discrepancies = :discrepancies,
                            first = coalesce(first, :first),
                            fingerprint = :fingerprint,
                            finished_at = now()
                        WHERE program = :program AND day = :day
                        RETURNING *
                        """)
                .param("program", night.program())
                .param("day", night.day())
                .param("faults", faults.size())
                .param("discrepancies", discrepancies.size())
                .param(
                        "first",
                        Stream.concat(faults.stream().map(Fault::detail), discrepancies.stream())
                                .findFirst()
                                .orElse(null))
                .param("fingerprint", fingerprint.hex())
                .query(JdbcChecks::check)
                .single();
    }

    @Override
    public Optional<Check> last(String program) {
        return jdbc.sql(
                        """
                        SELECT * FROM integrity_check
                        WHERE program = :program AND finished_at IS NOT NULL
                        ORDER BY day DESC
                        LIMIT 1
                        """)
                .param("program", program)
                .query(JdbcChecks::check)
                .optional();
    }

    private static Check check(ResultSet row, int number) throws SQLException {
        return new Check(
                row.getObject("day", LocalDate.class),
                row.getLong("postings"),
                row.getLong("faults"),
                row.getLong("discrepancies"),
                row.getString("first"),
                new Hash(row.getString("fingerprint")));
    }
}
