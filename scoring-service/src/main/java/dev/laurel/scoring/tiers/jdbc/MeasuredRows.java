package dev.laurel.scoring.tiers.jdbc;

import dev.laurel.scoring.ledger.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code measured}. */
final class MeasuredRows {

    private static final String ADVANCE =
            """
            INSERT INTO measured AS known (program, member, decided)
            SELECT program, member, decided FROM unnest(?, ?, ?) AS last (program, member, decided)
            ON CONFLICT (program, member)
            DO UPDATE SET decided = greatest(known.decided, EXCLUDED.decided)
            RETURNING program, member, old.decided
            """;

    private final JdbcTemplate jdbc;

    MeasuredRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<Member, Long> advance(Map<Member, Long> offsets) {
        Map<Member, Long> before = new HashMap<>();
        List<Map.Entry<Member, Long>> last = List.copyOf(offsets.entrySet());
        jdbc.query(
                connection ->
                        Column.prepare(
                                connection,
                                ADVANCE,
                                new Column[] {
                                    Column.text(last, it -> it.getKey().program()),
                                    Column.text(last, it -> it.getKey().id()),
                                    Column.int8(last, Map.Entry::getValue)
                                }),
                row -> {
                    long decided = row.getLong(3);
                    if (!row.wasNull()) {
                        before.put(new Member(row.getString(1), row.getString(2)), decided);
                    }
                });
        return before;
    }
}
