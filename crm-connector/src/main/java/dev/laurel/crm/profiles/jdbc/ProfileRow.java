package dev.laurel.crm.profiles.jdbc;

import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.Part;
import dev.laurel.crm.profiles.Profile;
import dev.laurel.crm.profiles.TierState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.springframework.jdbc.core.RowMapper;

/** A row of table {@code profile}. */
final class ProfileRow implements RowMapper<Profile> {

    private final Documents documents;

    ProfileRow(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Profile mapRow(ResultSet row, int number) throws SQLException {
        Timestamp lastActivity = row.getTimestamp("last_activity");
        return new Profile(
                new Member(row.getString("program"), row.getString("member")),
                documents.read(row.getString("wallets"), Part.WALLETS),
                documents.read(row.getString("badges"), Part.BADGES),
                documents.read(row.getString("challenges"), Part.CHALLENGES),
                documents.read(row.getString("streaks"), Part.STREAKS),
                documents
                        .read(row.getString("tier"), Part.TIER)
                        .getOrDefault(TierState.ONLY, TierState.UNTOLD),
                lastActivity == null ? null : lastActivity.toInstant(),
                row.getLong("revision"),
                row.getTimestamp("changed_at").toInstant());
    }
}
