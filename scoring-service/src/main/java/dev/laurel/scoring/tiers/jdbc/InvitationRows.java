package dev.laurel.scoring.tiers.jdbc;

import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.tiers.Invitation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code tier_invitation}. */
final class InvitationRows {

    private static final String FIND =
            """
            SELECT i.program, i.member, i.id, i.tier, i.from_day, i.until_day, i.reason, i.actor,
                i.recorded_at
            FROM unnest(?, ?) AS wanted (program, member)
            JOIN tier_invitation i ON i.program = wanted.program AND i.member = wanted.member
            ORDER BY i.recorded_at, i.id
            """;

    private final JdbcTemplate jdbc;

    InvitationRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Invitation invitation) {
        jdbc.update(
                """
                INSERT INTO tier_invitation (id, program, member, tier, from_day, until_day,
                    reason, actor, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                invitation.id(),
                invitation.member().program(),
                invitation.member().id(),
                invitation.tier(),
                invitation.from(),
                invitation.until(),
                invitation.reason(),
                invitation.actor(),
                invitation.recordedAt().atOffset(ZoneOffset.UTC));
    }

    Map<Member, List<Invitation>> find(Collection<Member> members) {
        Map<Member, List<Invitation>> found = new HashMap<>();
        jdbc.query(
                connection -> Column.prepare(connection, FIND, MemberColumns.of(members)),
                row -> {
                    Invitation invitation = invitation(row);
                    found.computeIfAbsent(invitation.member(), _ -> new ArrayList<>())
                            .add(invitation);
                });
        return found;
    }

    Map<String, List<Invitation>> find(String program) {
        Map<String, List<Invitation>> found = new HashMap<>();
        jdbc.query(
                """
                SELECT program, member, id, tier, from_day, until_day, reason, actor, recorded_at
                FROM tier_invitation WHERE program = ?
                """,
                row -> {
                    Invitation invitation = invitation(row);
                    found.computeIfAbsent(invitation.member().id(), _ -> new ArrayList<>())
                            .add(invitation);
                },
                program);
        return found;
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getObject(3, UUID.class),
                new Member(row.getString(1), row.getString(2)),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                row.getString(7),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant());
    }
}
