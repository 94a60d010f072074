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
                                   sum(balance) AS balance,
                                   count(*) AS members
                            FROM member_account
                            WHERE program = :program
                            GROUP BY wallet
                        ), issuance AS (
                            SELECT wallet,
                                   sum(debits) AS issued,
                                   sum(credits) AS taken_back,
                                   sum(credits - debits) AS balance
                            FROM program_account
                            WHERE program = :program AND account <> 'member'
                            GROUP BY wallet
                        )
                        SELECT wallet, outstanding, owed, issued, taken_back, members,
                               members.balance + issuance.balance AS sum
                        FROM members JOIN issuance USING (wallet)
                        ORDER BY wallet
                        """)
                .param("program", program)
                .query((row, _) ->
                        new WalletLiability(
                                row.getString("wallet"),
                                whole(row, "outstanding"),
                                whole(row, "owed"),
                                whole(row, "issued"),
                                whole(row, "taken_back"),
                                row.getLong("members"),
                                whole(row, "sum")))
                .list();
    }

    private static BigInteger whole(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).toBigIntegerExact();
    }
}
