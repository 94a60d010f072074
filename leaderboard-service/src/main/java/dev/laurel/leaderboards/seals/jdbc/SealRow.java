package dev.laurel.leaderboards.seals.jdbc;

import dev.laurel.leaderboards.boards.Ties;
import dev.laurel.leaderboards.scores.Audience;
import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.seals.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** A row of table {@code seal}. */
final class SealRow {

    private static final String SHARED = "shared";

    private SealRow() {}

    static Seal read(ResultSet row) throws SQLException {
        return new Seal(
                row.getInt("id"),
                row.getString("leaderboard"),
                row.getString("period_name"),
                new Book(
                        row.getString("program"),
                        row.getString("wallet"),
                        row.getBoolean("by_team"),
                        new Audience(row.getString("audience"))),
                row.getString("ties").equals(SHARED) ? Ties.SHARED : Ties.FIRST_TO_REACH,
                row.getObject("period_end", OffsetDateTime.class).toInstant(),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                row.getLong("size"),
                row.getString("sha256"));
    }
}
