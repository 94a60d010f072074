package dev.laurel.scoring.tiers.jdbc;

import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.tiers.Kept;
import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.Measure;
import dev.laurel.tiers.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code member_tier}. */
final class TierRows {

    private static final String FIND =
            """
            SELECT t.program, t.member, t.wallet, t.day, t.level, t.falls, t.warned,
                t.tier, t.since, t.revision, t.due, t.version
            FROM unnest(?, ?) AS wanted (program, member)
            JOIN member_tier t ON t.program = wanted.program AND t.member = wanted.member
            """;

    private static final String KEEP =
            """
            INSERT INTO member_tier (program, member, wallet, day, level, falls, warned,
                tier, since, revision, due, version)
            SELECT program, member, wallet, day, level, falls, warned,
                tier, since, revision, due, version
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                AS kept (program, member, wallet, day, level, falls, warned,
                    tier, since, revision, due, version)
            ON CONFLICT (program, member) DO UPDATE SET
                wallet = EXCLUDED.wallet, day = EXCLUDED.day, level = EXCLUDED.level,
                falls = EXCLUDED.falls, warned = EXCLUDED.warned, tier = EXCLUDED.tier,
                since = EXCLUDED.since, revision = EXCLUDED.revision, due = EXCLUDED.due,
                version = EXCLUDED.version
            """;

    private static final String DUE =
            """
            SELECT member FROM member_tier
            WHERE program = ? AND member > ?
                AND (due <= ? OR version <> ? OR wallet <> ?)
            ORDER BY member
            LIMIT ?
            """;

    private static final String UNJUDGED_BY_POINTS =
            """
            SELECT member FROM member_account a
            WHERE program = ? AND member > ? AND wallet = ?
                AND NOT EXISTS (
                    SELECT FROM member_tier t WHERE t.program = a.program AND t.member = a.member)
            ORDER BY member
            LIMIT ?
            """;

    private static final String UNJUDGED_BY_METRIC =
            """
            SELECT DISTINCT member FROM tier_earning e
            WHERE program = ? AND member > ? AND wallet = ?
                AND NOT EXISTS (
                    SELECT FROM member_tier t WHERE t.program = e.program AND t.member = e.member)
            ORDER BY member
            LIMIT ?
            """;

    private final JdbcTemplate jdbc;

    TierRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<Member, Kept> find(Collection<Member> members) {
        Map<Member, Kept> found = new HashMap<>();
        jdbc.query(
                connection -> Column.prepare(connection, FIND, MemberColumns.of(members)),
                row -> {
                    Kept kept = kept(row);
                    found.put(kept.member(), kept);
                });
        return found;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new Member(row.getString(1), row.getString(2)),
                row.getString(3),
                new Standing(
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, LocalDate.class)),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                row.getLong(10),
                row.getObject(11, LocalDate.class),
                row.getString(12));
    }

    void keep(List<Kept> kept) {
        jdbc.update(connection ->
                Column.prepare(
                        connection,
                        KEEP,
                        new Column[] {
                            Column.text(kept, it -> it.member().program()),
                            Column.text(kept, it -> it.member().id()),
                            Column.text(kept, Kept::measure),
                            Column.date(kept, it -> it.standing().day()),
                            Column.text(kept, it -> it.standing().level()),
                            Column.date(kept, it -> it.standing().falls()),
                            Column.date(kept, it -> it.standing().warned()),
                            Column.text(kept, Kept::tier),
                            Column.date(kept, Kept::since),
                            Column.int8(kept, Kept::revision),
                            Column.date(kept, Kept::due),
                            Column.text(kept, Kept::version)
                        }));
    }

    Map<String, Long> members(String program) {
        Map<String, Long> members = new HashMap<>();
        jdbc.query(
                "SELECT coalesce(tier, ''), count(*) FROM member_tier WHERE program = ? GROUP BY 1",
                row -> {
                    members.put(row.getString(1), row.getLong(2));
                },
                program);
        return members;
    }

    List<Member> due(String program, Ladder ladder, LocalDate day, String after, int atMost) {
        return jdbc.query(
                DUE,
                (row, _) -> new Member(program, row.getString(1)),
                program,
                after,
                day,
                ladder.version(),
                ladder.measure().key(),
                atMost);
    }

    List<Member> unjudged(String program, Ladder ladder, String after, int atMost) {
        return jdbc.query(
                switch (ladder.measure()) {
                    case Measure.Wallet _ -> UNJUDGED_BY_POINTS;
                    case Measure.Metric _ -> UNJUDGED_BY_METRIC;
                },
                (row, _) -> new Member(program, row.getString(1)),
                program,
                after,
                ladder.measure().key(),
                atMost);
    }
}
