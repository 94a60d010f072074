package dev.laurel.scoring.journal.jdbc;

import dev.laurel.scoring.journal.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A row of table {@code posting}. */
public final class EntryRow {

    /** The columns that {@link #read} needs. */
    public static final String COLUMNS =
            """
            id, program, member, sequence, wallet, debit, credit, amount, balance_after,
            earned_after, cause_kind, cause_id, decision, version, event_source, event_id,
            event_time, local_date, recorded_at, channel\
            """;

    private EntryRow() {}

    /** Reads the row that the result set is at. */
    public static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("program"),
                row.getString("member"),
                row.getLong("sequence"),
                row.getString("wallet"),
                row.getString("debit"),
                row.getString("credit"),
                row.getLong("amount"),
                row.getLong("balance_after"),
                row.getLong("earned_after"),
                row.getString("cause_kind"),
                row.getString("cause_id"),
                row.getObject("decision", UUID.class),
                row.getObject("version", Integer.class),
                row.getString("event_source"),
                row.getString("event_id"),
                instant(row, "event_time"),
                row.getObject("local_date", LocalDate.class),
                instant(row, "recorded_at"),
                row.getString("channel"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
