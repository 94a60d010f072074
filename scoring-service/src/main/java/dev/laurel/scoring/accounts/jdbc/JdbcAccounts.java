package dev.laurel.scoring.accounts.jdbc;

import dev.laurel.scoring.accounts.Accounts;
import dev.laurel.scoring.accounts.Line;
import dev.laurel.scoring.accounts.OpenLot;
import dev.laurel.scoring.accounts.Wallet;
import dev.laurel.scoring.lots.jdbc.LotRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccounts implements Accounts {

    /** The account of what a member can spend. */
    private static final String MEMBER = "member";

    private final JdbcClient jdbc;
    private final JdbcWallets wallets;

    JdbcAccounts(JdbcClient jdbc, JdbcWallets wallets) {
        this.jdbc = jdbc;
        this.wallets = wallets;
    }

    @Override
    public List<Wallet> wallets(String program, String member) {
        return wallets.of(program, member);
    }

    @Override
    public List<OpenLot> lots(
            String program, String member, @Nullable String wallet, Place after, int limit) {
        return jdbc.sql(
                        """
                        SELECT *
                        FROM lot_now
                        WHERE program = :program AND member = :member
                          AND (:wallet::text IS NULL OR wallet = :wallet)
                          AND (due_at IS NOT NULL OR held > 0)
                          AND (coalesce(expires_at, :never), id) > (:expires, :id)
                        ORDER BY coalesce(expires_at, :never), id
                        LIMIT :limit
                        """)
                .param("program", program)
                .param("member", member)
                .param("wallet", wallet)
                .param("never", Place.NEVER.atOffset(ZoneOffset.UTC))
                .param("expires", after.expires().atOffset(ZoneOffset.UTC))
                .param("id", after.id())
                .param("limit", limit)
                .query((row, _) -> new OpenLot(row.getString("wallet"), LotRow.read(row)))
                .list();
    }

    @Override
    public List<Line> lines(String program, String member, Filter filter, long before, int limit) {
        return jdbc.sql(
                        """
                        SELECT *
                        FROM posting
                        WHERE program = :program AND member = :member
                          AND sequence < :before
                          AND (:wallet::text IS NULL OR wallet = :wallet)
                          AND (:decision::uuid IS NULL OR decision = :decision)
                        ORDER BY sequence DESC
                        LIMIT :limit
                        """)
                .param("program", program)
                .param("member", member)
                .param("before", before)
                .param("wallet", filter.wallet())
                .param("decision", filter.decision())
                .param("limit", limit)
                .query(JdbcAccounts::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        String debit = row.getString("debit");
        String credit = row.getString("credit");
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("member"),
                row.getLong("sequence"),
                row.getString("wallet"),
                debit,
                credit,
                change(debit, credit, row.getLong("amount")),
                row.getLong("balance_after"),
                row.getString("cause_kind"),
                row.getString("cause_id"),
                row.getObject("decision", UUID.class),
                row.getObject("version", Integer.class),
                row.getString("event_source"),
                row.getString("event_id"),
                instant(row, "event_time"),
                row.getObject("local_date", LocalDate.class),
                instant(row, "recorded_at"));
    }

    private static long change(String debit, String credit, long amount) {
        if (credit.equals(MEMBER)) {
            return amount;
        }
        return debit.equals(MEMBER) ? -amount : 0;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
