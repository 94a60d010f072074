package dev.laurel.badges.awards.jdbc;

import dev.laurel.badges.awards.AwardChange;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes changes: the history, the awards as the last change of each left them, the sequences. */
final class AwardWriter {

    private static final String CHANGES =
            """
            unnest(?, ?, ?::bigint[], ?::uuid[], ?, ?, ?::int[], ?::uuid[], ?, ?, ?::uuid[],
                   ?::int[], ?::timestamptz[], ?::timestamptz[])
                AS c (program, member, sequence, award, badge, status, times, effect, cause_kind,
                      cause_id, decision, version, happened_at, first_issued_at)
            """;

    private static final String UPSERT_AWARDS =
            """
            INSERT INTO award AS a (id, program, member, badge, status, times, first_issued_at,
                                    changed_at, cause_kind, cause_id, decision, version)
            SELECT DISTINCT ON (award)
                   award, program, member, badge, status, times, first_issued_at, happened_at,
                   cause_kind, cause_id, decision, version
            FROM %s
            ORDER BY award, sequence DESC
            ON CONFLICT (id) DO UPDATE
            SET status = excluded.status, times = excluded.times, changed_at = excluded.changed_at,
                cause_kind = excluded.cause_kind, cause_id = excluded.cause_id,
                decision = excluded.decision, version = excluded.version, updated_at = now()
            """
                    .formatted(CHANGES);

    private static final String INSERT_CHANGES =
            """
            INSERT INTO award_change (program, member, sequence, award, status, effect, cause_kind,
                                      cause_id, decision, version, happened_at, times)
            SELECT program, member, sequence, award, status, effect, cause_kind,
                   cause_id, decision, version, happened_at, times
            FROM %s
            """
                    .formatted(CHANGES);

    private static final String UPDATE_SEQUENCES =
            """
            UPDATE member AS m SET sequence = c.sequence
            FROM (SELECT program, member, max(sequence) AS sequence
                  FROM unnest(?, ?, ?::bigint[]) AS c (program, member, sequence)
                  GROUP BY program, member) AS c
            WHERE m.program = c.program AND m.member = c.member
            """;

    private final JdbcClient jdbc;

    AwardWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<AwardChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        withColumns(jdbc.sql(UPSERT_AWARDS), changes).update();
        withColumns(jdbc.sql(INSERT_CHANGES), changes).update();
        jdbc.sql(UPDATE_SEQUENCES)
                .param(column(changes, each -> each.award().holder().program()))
                .param(column(changes, each -> each.award().holder().member()))
                .param(column(changes, AwardChange::sequence))
                .update();
    }

    private static JdbcClient.StatementSpec withColumns(
            JdbcClient.StatementSpec statement, List<AwardChange> changes) {
        return statement
                .param(column(changes, each -> each.award().holder().program()))
                .param(column(changes, each -> each.award().holder().member()))
                .param(column(changes, AwardChange::sequence))
                .param(column(changes, each -> each.award().id()))
                .param(column(changes, each -> each.award().badge()))
                .param(column(changes, each -> each.award().status()))
                .param(column(changes, each -> each.award().times()))
                .param(column(changes, AwardChange::effect))
                .param(column(changes, each -> each.award().origin().causeKind()))
                .param(column(changes, each -> each.award().origin().causeId()))
                .param(column(changes, each -> each.award().origin().decision()))
                .param(column(changes, each -> each.award().origin().version()))
                .param(column(changes, each -> each.award().changedAt()))
                .param(column(changes, each -> each.award().firstIssuedAt()));
    }

    /** An array parameter; PostgreSQL casts the texts to the column's type. */
    private static String[] column(List<AwardChange> changes, Function<AwardChange, ?> value) {
        return changes.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
