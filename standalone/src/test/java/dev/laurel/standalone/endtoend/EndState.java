package dev.laurel.standalone.endtoend;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a program's events have come to, without what may differ between two ways of getting there
 * (ids, order of postings, times of recording).
 *
 * @param balances {@code member|wallet|balance}
 * @param badges {@code member|badge|status}
 * @param tiers {@code member|tier}
 * @param scores {@code member|period|score|reached} of the wallet that the program's boards rank
 */
record EndState(
        List<String> balances, List<String> badges, List<String> tiers, List<String> scores) {

    private static final String BALANCES =
            """
            SELECT member || '|' || wallet || '|' || balance
            FROM scoring.member_account WHERE program = ? ORDER BY 1
            """;

    private static final String BADGES =
            """
            SELECT member || '|' || badge || '|' || status
            FROM badges.award WHERE program = ? ORDER BY 1
            """;

    private static final String TIERS =
            """
            SELECT member || '|' || tier FROM scoring.member_tier WHERE program = ? ORDER BY 1
            """;

    private static final String SCORES =
            """
            SELECT member || '|' || period || '|' || score || '|' || reached_at
            FROM leaderboards.score JOIN leaderboards.ranking ON id = ranking
            WHERE program = ? AND wallet = 'stars' ORDER BY 1
            """;

    private static final String POSTINGS =
            "SELECT count(*)::text FROM scoring.posting WHERE program = ?";

    /** What every mechanic gave and took, which no order of arrival changes. */
    private static final String ISSUED =
            """
            SELECT wallet || '|' || account || '|' || sum(debits) || '|' || sum(credits)
            FROM scoring.program_account
            WHERE program = ? AND account LIKE 'issuance:%'
            GROUP BY wallet, account ORDER BY 1
            """;

    private static final String ALL_ACCOUNTS =
            "SELECT coalesce(sum(credits - debits), 0)::bigint::text"
                    + " FROM scoring.program_account WHERE program = ?";

    /**
     * How to reach the platform's database.
     *
     * @param url its JDBC URL
     * @param username who may read it
     * @param password the user's password
     */
    record Database(String url, String username, String password) {

        List<String> issued(String program) throws SQLException {
            return column(ISSUED, program);
        }

        EndState endState(String program) throws SQLException {
            return new EndState(
                    column(BALANCES, program),
                    column(BADGES, program),
                    column(TIERS, program),
                    column(SCORES, program));
        }

        /** The journal's length: the same after a replay, or something was booked twice. */
        long postings(String program) throws SQLException {
            return Long.parseLong(column(POSTINGS, program).getFirst());
        }

        /**
         * As if a board of months of a program that is still to be published had promised its
         * prizes long ago: of periods that were over before, nobody gets any.
         */
        void promisePrizes(String program, String board) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url, username, password);
                    PreparedStatement insert =
                            connection.prepareStatement(
                                    """
                                    INSERT INTO leaderboards.promise
                                        (program, leaderboard, periods, since, seen)
                                    VALUES (?, ?, 'month', 'epoch', 'epoch')
                                    """)) {
                insert.setString(1, program);
                insert.setString(2, board);
                insert.executeUpdate();
            }
        }

        /** Sum over all accounts of the program's ledger. */
        long sumOverAllAccounts(String program) throws SQLException {
            return Long.parseLong(column(ALL_ACCOUNTS, program).getFirst());
        }

        private List<String> column(String sql, String program) throws SQLException {
            List<String> values = new ArrayList<>();
            try (Connection connection = DriverManager.getConnection(url, username, password);
                    PreparedStatement query = connection.prepareStatement(sql)) {
                query.setString(1, program);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        values.add(rows.getString(1));
                    }
                }
            }
            return values;
        }
    }
}
