package dev.laurel.scoring.ledger.jdbc;

import dev.laurel.scoring.lots.Part;
import dev.laurel.scoring.lots.Shelf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code hold_part}. */
final class PartRows {

    private static final String KEEP =
            """
            INSERT INTO hold_part (hold, number, lot, points, spent, returned, refunded)
            SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (hold, number) DO UPDATE SET
                spent = EXCLUDED.spent, returned = EXCLUDED.returned,
                refunded = EXCLUDED.refunded
            """;

    private record Row(UUID hold, int number, Part part) {

        @Nullable UUID lot() {
            return part.lot();
        }
    }

    private final JdbcTemplate jdbc;

    PartRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps reservations as they are now. */
    void keep(Collection<Shelf> shelves) {
        List<Row> rows = new ArrayList<>();
        for (Shelf shelf : shelves) {
            shelf.reservations()
                    .forEach((hold, parts) -> {
                        for (int number = 0; number < parts.size(); number++) {
                            rows.add(new Row(hold, number, parts.get(number)));
                        }
                    });
        }
        if (!rows.isEmpty()) {
            jdbc.update(connection ->
                    Column.prepare(
                            connection,
                            KEEP,
                            Column.uuid(rows, Row::hold),
                            Column.int4(rows, Row::number),
                            Column.uuid(rows, Row::lot),
                            Column.int8(rows, row -> row.part().points()),
                            Column.int8(rows, row -> row.part().spent()),
                            Column.int8(rows, row -> row.part().returned()),
                            Column.int8(rows, row -> row.part().refunded())));
        }
    }
}
