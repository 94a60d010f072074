package dev.laurel.leaderboards.prizes.jdbc;

import dev.laurel.leaderboards.prizes.Won;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A row of table {@code won} with what its table {@code prize} has for it. */
final class WonRow {

    private WonRow() {}

    static Won read(ResultSet row) throws SQLException {
        String[] wallets = (String[]) row.getArray("wallets").getArray();
        Long[] numbers = (Long[]) row.getArray("points").getArray();
        Map<String, Long> points = new LinkedHashMap<>();
        for (int i = 0; i < wallets.length; i++) {
            points.put(wallets[i], numbers[i]);
        }
        return new Won(
                row.getLong("id"),
                row.getString("member"),
                row.getLong("rank"),
                row.getLong("score"),
                points,
                row.getString("badge"),
                row.getObject("event", UUID.class));
    }
}
