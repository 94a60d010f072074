package dev.laurel.scoring.lots.jdbc;

import dev.laurel.scoring.lots.Lot;
import dev.laurel.scoring.lots.Place;
import dev.laurel.scoring.lots.Term;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of table {@code lot}. */
public final class LotRow {

    private LotRow() {}

    /** The lot. */
    public static Lot read(ResultSet row) throws SQLException {
        return Lot.of(
                row.getObject("id", UUID.class),
                row.getObject("earned_at", OffsetDateTime.class).toInstant(),
                new Term(
                        activates(row.getObject("activates_at", OffsetDateTime.class)),
                        instant(row.getObject("expires_at", OffsetDateTime.class)),
                        row.getString("until_event"),
                        row.getBoolean("sliding")),
                row.getString("channel"),
                Map.of(
                        Place.PENDING, row.getLong("pending"),
                        Place.OPEN, row.getLong("open"),
                        Place.HELD, row.getLong("held"),
                        Place.USED, row.getLong("used"),
                        Place.EXPIRED, row.getLong("expired"),
                        Place.TAKEN, row.getLong("taken")),
                row.getInt("steps"));
    }

    private static Instant activates(OffsetDateTime time) {
        return time.equals(OffsetDateTime.MAX) ? Instant.MAX : time.toInstant();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
