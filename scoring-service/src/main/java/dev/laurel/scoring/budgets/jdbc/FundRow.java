package dev.laurel.scoring.budgets.jdbc;

import dev.laurel.scoring.budgets.Fund;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads rows of table {@code budget}. */
public final class FundRow {

    private FundRow() {}

    /** How far a budget is used. */
    public static Fund read(ResultSet row) throws SQLException {
        return new Fund(
                row.getString("wallet"),
                row.getLong("amount"),
                row.getInt("version"),
                row.getLong("used"),
                row.getLong("ceiling"),
                row.getInt("told"),
                row.getLong("short_awards"),
                row.getLong("short_points"));
    }
}
