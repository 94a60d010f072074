package dev.laurel.leaderboards.seals.jdbc;

import dev.laurel.leaderboards.seals.Correction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A row of table {@code correction}. */
final class CorrectionRow {

    private CorrectionRow() {}

    static Correction read(ResultSet row) throws SQLException {
        return new Correction(
                row.getLong("id"),
                row.getObject("posting", UUID.class),
                row.getString("member"),
                row.getLong("points"),
                row.getString("cause"),
                row.getObject("decision", UUID.class),
                instant(row, "time"),
                instant(row, "booked_at"),
                instant(row, "counted_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
