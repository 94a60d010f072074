package dev.laurel.scoring.ledger.jdbc;

import dev.laurel.scoring.ledger.DueWallets;
import dev.laurel.scoring.ledger.MemberWallet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcDueWallets implements DueWallets {

    private final JdbcClient jdbc;

    public JdbcDueWallets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SequencedSet<MemberWallet> due(Instant now, int lots) {
        return new LinkedHashSet<>(
                jdbc.sql(
                                """
                                SELECT program, member, wallet FROM lot
                                WHERE due_at <= ? AND due_at < timestamptz 'infinity'
                                ORDER BY due_at
                                LIMIT ?
                                """)
                        .params(now.atOffset(ZoneOffset.UTC), lots)
                        .query((row, _) -> LotRows.wallet(row))
                        .list());
    }
}
