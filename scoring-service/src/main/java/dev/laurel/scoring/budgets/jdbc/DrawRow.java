package dev.laurel.scoring.budgets.jdbc;

import dev.laurel.scoring.budgets.Draw;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Reads rows of table {@code budget_draw}. */
public final class DrawRow {

    private DrawRow() {}

    /** What an award got. */
    public static Draw read(ResultSet row) throws SQLException {
        return new Draw(
                row.getObject("effect", UUID.class),
                row.getString("program"),
                row.getString("member"),
                row.getString("wallet"),
                List.of((String[]) row.getArray("budgets").getArray()),
                row.getLong("asked"),
                row.getLong("granted"),
                row.getLong("missing"),
                row.getLong("returned"),
                new Draw.Award(
                        row.getString("cause_kind"),
                        row.getString("cause_id"),
                        row.getString("event_source"),
                        row.getString("event_id")));
    }
}
