package dev.laurel.scoring.ledger.jdbc;

import dev.laurel.scoring.budgets.Absorbed;
import dev.laurel.scoring.budgets.Draw;
import dev.laurel.scoring.budgets.Funds;
import dev.laurel.scoring.budgets.jdbc.DrawRow;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tables {@code budget_draw} and {@code budget_absorbed}. */
final class DrawRows {

    private static final String KNOWN =
            """
            SELECT effect FROM budget_draw WHERE effect = ANY (?)
            UNION ALL SELECT effect FROM budget_absorbed WHERE effect = ANY (?)
            """;

    private static final String KEEP =
            """
            INSERT INTO budget_draw AS d
                (effect, program, member, wallet, budgets, asked, granted, missing, returned,
                 cause_kind, cause_id, event_source, event_id)
            SELECT effect, program, member, wallet, string_to_array(budgets, ' '), asked, granted,
                missing, returned, cause_kind, cause_id, event_source, event_id
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                AS now (effect, program, member, wallet, budgets, asked, granted, missing,
                        returned, cause_kind, cause_id, event_source, event_id)
            ON CONFLICT (effect) DO UPDATE
                SET missing = EXCLUDED.missing, returned = EXCLUDED.returned
            """;

    private static final String ABSORBED =
            """
            INSERT INTO budget_absorbed (effect, undoes, points)
            SELECT * FROM unnest(?, ?, ?)
            """;

    private final JdbcTemplate jdbc;

    DrawRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the effects that have been to a budget, whether or not anything was booked. */
    Set<UUID> known(Set<UUID> effects) {
        return new HashSet<>(
                jdbc.query(
                        connection ->
                                Column.prepare(
                                        connection,
                                        KNOWN,
                                        Column.uuid(effects, effect -> effect),
                                        Column.uuid(effects, effect -> effect)),
                        (row, _) -> row.getObject(1, UUID.class)));
    }

    /** What awards got. */
    List<Draw> of(Set<UUID> awards) {
        if (awards.isEmpty()) {
            return List.of();
        }
        return jdbc.query(
                connection ->
                        Column.prepare(
                                connection,
                                "SELECT * FROM budget_draw WHERE effect = ANY (?)",
                                Column.uuid(awards, award -> award)),
                (row, _) -> DrawRow.read(row));
    }

    void keep(Funds funds) {
        if (!funds.draws().isEmpty()) {
            keep(funds.draws());
        }
        List<Absorbed> absorbed = funds.absorbed();
        if (!absorbed.isEmpty()) {
            jdbc.update(connection ->
                    Column.prepare(
                            connection,
                            ABSORBED,
                            Column.uuid(absorbed, Absorbed::effect),
                            Column.uuid(absorbed, Absorbed::undoes),
                            Column.int8(absorbed, Absorbed::points)));
        }
    }

    private void keep(Collection<Draw> draws) {
        jdbc.update(connection ->
                Column.prepare(
                        connection,
                        KEEP,
                        Column.uuid(draws, Draw::effect),
                        Column.text(draws, Draw::program),
                        Column.text(draws, Draw::member),
                        Column.text(draws, Draw::wallet),
                        // Ids have no spaces; PostgreSQL has no arrays of arrays of any length.
                        Column.text(draws, draw -> String.join(" ", draw.budgets())),
                        Column.int8(draws, Draw::asked),
                        Column.int8(draws, Draw::granted),
                        Column.int8(draws, Draw::missing),
                        Column.int8(draws, Draw::returned),
                        Column.text(draws, draw -> draw.award().kind()),
                        Column.text(draws, draw -> draw.award().id()),
                        Column.text(draws, draw -> draw.award().eventSource()),
                        Column.text(draws, draw -> draw.award().eventId())));
    }
}
