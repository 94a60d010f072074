package dev.laurel.scoring.tiers.jdbc;

import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.tiers.TierChange;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code tier_change}. */
final class ChangeRows {

    private static final String ADD =
            """
            INSERT INTO tier_change (program, member, revision, kind, day, from_tier, to_tier,
                falls, invited, recorded_at)
            SELECT program, member, revision, kind, day, from_tier, to_tier,
                falls, invited, recorded_at
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                AS added (program, member, revision, kind, day, from_tier, to_tier,
                    falls, invited, recorded_at)
            """;

    private final JdbcTemplate jdbc;

    ChangeRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<TierChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        jdbc.update(connection ->
                Column.prepare(
                        connection,
                        ADD,
                        new Column[] {
                            Column.text(changes, it -> it.member().program()),
                            Column.text(changes, it -> it.member().id()),
                            Column.int8(changes, TierChange::revision),
                            Column.text(changes, it -> it.kind().name().toLowerCase(Locale.ROOT)),
                            Column.date(changes, TierChange::day),
                            Column.text(changes, TierChange::from),
                            Column.text(changes, TierChange::to),
                            Column.date(changes, TierChange::falls),
                            Column.bool(changes, TierChange::invited),
                            Column.time(changes, TierChange::recordedAt)
                        }));
    }

    List<TierChange> find(Member member, long before, int atMost) {
        return jdbc.query(
                """
                SELECT revision, kind, day, from_tier, to_tier, falls, invited, recorded_at
                FROM tier_change
                WHERE program = ? AND member = ? AND revision < ?
                ORDER BY revision DESC
                LIMIT ?
                """,
                (row, _) ->
                        new TierChange(
                                member,
                                row.getLong(1),
                                TierChange.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                                row.getObject(3, LocalDate.class),
                                row.getString(4),
                                row.getString(5),
                                row.getObject(6, LocalDate.class),
                                row.getBoolean(7),
                                row.getObject(8, OffsetDateTime.class).toInstant()),
                member.program(),
                member.id(),
                before,
                atMost);
    }
}
