package dev.laurel.leaderboards.boards.jdbc;

import dev.laurel.leaderboards.boards.Standing;
import dev.laurel.leaderboards.boards.Standings.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code score}, without its ranking. The score is read as its complement {@code
 * rev}, since the index that orders rows has that.
 */
record ScoreRow(String member, long score, @Nullable Instant reachedAt) {

    static ScoreRow read(ResultSet row, int number) throws SQLException {
        OffsetDateTime reachedAt = row.getObject("reached_at", OffsetDateTime.class);
        return new ScoreRow(
                row.getString("member"),
                ~row.getLong("rev"),
                reachedAt.equals(OffsetDateTime.MAX) ? null : reachedAt.toInstant());
    }

    Place place() {
        return new Place(score, reachedAt, member);
    }

    Standing ranked(long rank) {
        return new Standing(rank, member, score, reachedAt);
    }
}
