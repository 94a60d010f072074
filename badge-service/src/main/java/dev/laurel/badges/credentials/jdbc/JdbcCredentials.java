package dev.laurel.badges.credentials.jdbc;

import dev.laurel.badges.awards.AwardChange;
import dev.laurel.badges.awards.Status;
import dev.laurel.badges.credentials.Achievements;
import dev.laurel.badges.credentials.Credentials;
import dev.laurel.badges.credentials.Grounds;
import dev.laurel.badges.credentials.Issuer;
import dev.laurel.badges.credentials.OpenBadge;
import dev.laurel.badges.credentials.Seat;
import dev.laurel.badges.credentials.Signatory;
import dev.laurel.badges.credentials.Signatory.NoKeyException;
import dev.laurel.badges.credentials.StatusList;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Credentials in PostgreSQL. */
@Repository
class JdbcCredentials implements Credentials {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Issuer issuer;
    private final Achievements achievements;
    private final Signatory signatory;
    private final Clock clock;

    JdbcCredentials(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Issuer issuer,
            Achievements achievements,
            Signatory signatory,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.issuer = issuer;
        this.achievements = achievements;
        this.signatory = signatory;
        this.clock = clock;
    }

    /** A credential is signed before it is known whether it is still wanted. */
    private record Draft(Seat seat, Grounds grounds, String jwt) {}

    @Override
    public Optional<String> of(UUID publicId) throws NoKeyException {
        Optional<String> valid = find(publicId, "AND c.revoked_at IS NULL");
        if (valid.isPresent()) {
            return valid;
        }
        Optional<Grounds> grounds = GroundsQuery.of(jdbc, publicId);
        if (grounds.isPresent()) {
            Draft draft = draft(grounds.get());
            transaction.executeWithoutResult(_ -> keep(draft));
        }
        return find(publicId, "");
    }

    /** The newest credential of an award under the present issuer. */
    private Optional<String> find(UUID publicId, String condition) {
        return jdbc.sql(
                        """
                        SELECT c.jwt FROM credential c JOIN award a ON a.id = c.award
                        WHERE a.public_id = ? AND c.issuer = ? %s
                        ORDER BY c.revoked_at IS NULL DESC, c.position DESC
                        LIMIT 1
                        """
                                .formatted(condition))
                .param(publicId)
                .param(issuer.did())
                .query(String.class)
                .optional();
    }

    private Draft draft(Grounds grounds) throws NoKeyException {
        Seat seat =
                jdbc.sql(
                                """
                                SELECT gen_random_uuid() AS id, gen_random_uuid() AS subject,
                                       nextval('credential_position') AS position
                                """)
                        .query((row, _) ->
                                new Seat(
                                        row.getObject("id", UUID.class),
                                        row.getObject("subject", UUID.class),
                                        row.getLong("position")))
                        .single();
        String jwt =
                signatory.sign(
                        new OpenBadge(issuer)
                                .payload(
                                        achievements.of(grounds.program(), grounds.badge()),
                                        grounds,
                                        seat,
                                        clock.instant()));
        return new Draft(seat, grounds, jwt);
    }

    /**
     * Keeps it, unless the award was revoked in the meantime or somebody else was faster. Whoever
     * revokes awards waits for the award's row here, and then finds the credential.
     */
    private void keep(Draft draft) {
        UUID award =
                jdbc.sql("SELECT id FROM award WHERE public_id = ? FOR SHARE")
                        .param(draft.grounds().publicId())
                        .query(UUID.class)
                        .single();
        if (!GroundsQuery.of(jdbc, draft.grounds().publicId())
                .equals(Optional.of(draft.grounds()))) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO credential (id, award, issuer, position, jwt, issued_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (award, issuer) WHERE revoked_at IS NULL DO NOTHING
                        """)
                .param(draft.seat().id())
                .param(award)
                .param(issuer.did())
                .param(draft.seat().position())
                .param(draft.jwt())
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public void revoke(List<AwardChange> changes) {
        String[] awards =
                changes.stream()
                        .filter(change -> change.award().status() == Status.REVOKED)
                        .map(change -> change.award().id().toString())
                        .distinct()
                        .toArray(String[]::new);
        if (awards.length > 0) {
            jdbc.sql(
                            """
                            UPDATE credential SET revoked_at = ?
                            WHERE award = ANY (?::uuid[]) AND revoked_at IS NULL
                            """)
                    .param(Timestamp.from(clock.instant()))
                    .param(awards)
                    .update();
        }
    }

    @Override
    public Optional<Collection<Integer>> revoked(long list) {
        if (list < 0 || list > Long.MAX_VALUE / StatusList.SIZE - 1) {
            return Optional.empty();
        }
        long first = list * StatusList.SIZE;
        long end =
                jdbc.sql("SELECT coalesce(max(position) + 1, 0) FROM credential")
                        .query(Long.class)
                        .single();
        if (first >= end) {
            return Optional.empty();
        }
        return Optional.of(
                jdbc.sql(
                                """
                                SELECT (position - ?)::integer FROM credential
                                WHERE revoked_at IS NOT NULL AND position >= ? AND position < ?
                                """)
                        .param(first)
                        .param(first)
                        .param(first + StatusList.SIZE)
                        .query((row, _) -> row.getInt(1))
                        .list());
    }
}
