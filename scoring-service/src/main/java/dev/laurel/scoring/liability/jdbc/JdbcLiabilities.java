package dev.laurel.scoring.liability.jdbc;

import dev.laurel.scoring.liability.Liabilities;
import dev.laurel.scoring.liability.WalletLiability;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLiabilities implements Liabilities {

    private final JdbcClient jdbc;

    JdbcLiabilities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One statement, hence one snapshot: balances of members against all other accounts. */
    @Override
    public List<WalletLiability> of(String program) {
        return jdbc.sql(
                        """
                        WITH members AS (
                            SELECT wallet,
                                   coalesce(sum(balance) FILTER (WHERE balance > 0), 0) AS outstanding,
                                   coalesce(-sum(balance) FILTER (WHERE balance < 0), 0) AS owed,
                                   sum(balance + held + pending) AS balance,
                                   sum(held) AS held,
                                   count(*) AS members
                            FROM member_account
                            WHERE program = :program
                            GROUP BY wallet
                        ), issuance AS (
                            SELECT wallet,
                                   coalesce(sum(debits) FILTER (WHERE account LIKE 'issuance:%'), 0) AS issued,
                                   coalesce(sum(credits) FILTER (WHERE account LIKE 'issuance:%'), 0) AS taken_back,
                                   coalesce(sum(credits - debits) FILTER (WHERE account = 'spent'), 0)
                                       AS spent,
                                   sum(credits - debits) AS balance
                            FROM program_account
                            WHERE program = :program AND account NOT IN ('member', 'held', 'pending')
                            GROUP BY wallet
                        )
                        SELECT wallet, outstanding, held, owed, issued, taken_back, spent, members,
                               members.balance + issuance.balance AS sum
                        FROM members JOIN issuance USING (wallet)
                        ORDER BY wallet
                        """)
                .param("program", program)
                .query((row, _) ->
                        new WalletLiability(
                                row.getString("wallet"),
                                whole(row, "outstanding"),
                                whole(row, "held"),
                                whole(row, "owed"),
                                whole(row, "issued"),
                                whole(row, "taken_back"),
                                whole(row, "spent"),
                                row.getLong("members"),
                                whole(row, "sum")))
                .list();
    }

    private static BigInteger whole(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).toBigIntegerExact();
    }
}
