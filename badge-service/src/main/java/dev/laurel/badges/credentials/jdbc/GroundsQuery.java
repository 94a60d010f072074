package dev.laurel.badges.credentials.jdbc;

import dev.laurel.badges.awards.Origin;
import dev.laurel.badges.credentials.Grounds;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks since when, and why, a member has a badge. */
final class GroundsQuery {

    private static final String SINCE =
            """
            SELECT a.public_id, a.program, a.badge, c.cause_kind, c.cause_id, c.decision, c.version,
                   c.happened_at
            FROM award a JOIN award_change c ON c.award = a.id
            WHERE a.public_id = ? AND a.status = 'ISSUED' AND c.status = 'ISSUED'
              AND c.sequence > (SELECT coalesce(max(r.sequence), 0) FROM award_change r
                                WHERE r.award = a.id AND r.status = 'REVOKED')
            ORDER BY c.sequence
            LIMIT 1
            """;

    private GroundsQuery() {}

    /** Empty when there is no such award or the member has it no more. */
    static Optional<Grounds> of(JdbcClient jdbc, UUID publicId) {
        return jdbc.sql(SINCE)
                .param(publicId)
                .query((row, _) ->
                        new Grounds(
                                row.getObject("public_id", UUID.class),
                                row.getString("program"),
                                row.getString("badge"),
                                new Origin(
                                        row.getString("cause_kind"),
                                        row.getString("cause_id"),
                                        row.getObject("decision", UUID.class),
                                        row.getInt("version"),
                                        row.getTimestamp("happened_at").toInstant())))
                .optional();
    }
}
