package dev.laurel.badges.awards.jdbc;

import dev.laurel.badges.awards.Award;
import dev.laurel.badges.awards.HistoryEntry;
import dev.laurel.badges.awards.Holder;
import dev.laurel.badges.awards.Origin;
import dev.laurel.badges.awards.PublicAward;
import dev.laurel.badges.awards.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A row of table {@code award}. */
final class AwardRow {

    private AwardRow() {}

    static PublicAward readPublic(ResultSet row, int number) throws SQLException {
        return new PublicAward(row.getObject("public_id", UUID.class), read(row, number));
    }

    static HistoryEntry readChange(ResultSet row, int number) throws SQLException {
        return new HistoryEntry(
                row.getLong("sequence"),
                row.getBoolean("gained") ? Status.ISSUED : Status.REVOKED,
                Status.valueOf(row.getString("status")),
                new Origin(
                        row.getString("cause_kind"),
                        row.getString("cause_id"),
                        row.getObject("decision", UUID.class),
                        row.getInt("version"),
                        row.getTimestamp("happened_at").toInstant()),
                row.getTimestamp("recorded_at").toInstant());
    }

    static Award read(ResultSet row, int number) throws SQLException {
        return new Award(
                row.getObject("id", UUID.class),
                new Holder(row.getString("program"), row.getString("member")),
                row.getString("badge"),
                Status.valueOf(row.getString("status")),
                row.getInt("times"),
                row.getTimestamp("first_issued_at").toInstant(),
                new Origin(
                        row.getString("cause_kind"),
                        row.getString("cause_id"),
                        row.getObject("decision", UUID.class),
                        row.getInt("version"),
                        row.getTimestamp("changed_at").toInstant()));
    }
}
