package dev.laurel.badges.credentials.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys that credentials are or were signed with. */
@Repository
public class SigningKeys {

    /** Of the lock under which keys are made; no other lock of this schema uses it. */
    private static final long MAKING = 0x62_6164_6765L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SigningKeys(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** All of them, the newest first. */
    public List<SigningKey> all() {
        return jdbc.sql(
                        """
                        SELECT id, algorithm, public_jwk, sealed_jwk, created_at FROM signing_key
                        ORDER BY created_at DESC, id
                        """)
                .query(SigningKeys::read)
                .list();
    }

    /** The one that signs. */
    public Optional<SigningKey> newest() {
        return jdbc.sql(
                        """
                        SELECT id, algorithm, public_jwk, sealed_jwk, created_at FROM signing_key
                        ORDER BY created_at DESC, id LIMIT 1
                        """)
                .query(SigningKeys::read)
                .optional();
    }

    /**
     * The newest key if it will do, else a new one. Of several instances that ask at once only one
     * makes a key.
     */
    public SigningKey newest(Predicate<SigningKey> willDo, Supplier<SigningKey> fresh) {
        return transaction.execute(_ -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(MAKING).query().singleRow();
            return newest().filter(willDo).orElseGet(() -> add(fresh.get()));
        });
    }

    private SigningKey add(SigningKey key) {
        jdbc.sql(
                        """
                        INSERT INTO signing_key (id, algorithm, public_jwk, sealed_jwk, created_at)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .param(key.id())
                .param(key.algorithm())
                .param(key.publicJwk())
                .param(key.sealedJwk())
                .param(Timestamp.from(key.createdAt()))
                .update();
        return key;
    }

    private static SigningKey read(ResultSet row, int number) throws SQLException {
        return new SigningKey(
                row.getString("id"),
                row.getString("algorithm"),
                row.getString("public_jwk"),
                row.getBytes("sealed_jwk"),
                row.getTimestamp("created_at").toInstant());
    }
}
