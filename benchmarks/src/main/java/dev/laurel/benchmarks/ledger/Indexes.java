package dev.laurel.benchmarks.ledger;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table's indexes and the constraints that have one, while it is filled without them. */
final class Indexes {

    private final List<String> statements;

    private Indexes(List<String> statements) {
        this.statements = List.copyOf(statements);
    }

    static Indexes dropped(JdbcClient jdbc, String table) {
        List<String> again = new ArrayList<>();
        jdbc.sql(
                        """
                        SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
                        WHERE conrelid = ?::regclass AND contype IN ('p', 'u')
                        """)
                .param(table)
                .query((row, _) -> List.of(row.getString(1), row.getString(2)))
                .list()
                .forEach(constraint -> {
                    jdbc.sql(
                                    "ALTER TABLE %s DROP CONSTRAINT %s"
                                            .formatted(table, constraint.getFirst()))
                            .update();
                    again.add(
                            "ALTER TABLE %s ADD CONSTRAINT %s %s"
                                    .formatted(table, constraint.getFirst(), constraint.getLast()));
                });
        jdbc.sql(
                        """
                        SELECT indexname, indexdef FROM pg_indexes
                        WHERE schemaname = current_schema() AND tablename = ?
                        """)
                .param(table)
                .query((row, _) -> List.of(row.getString(1), row.getString(2)))
                .list()
                .forEach(index -> {
                    jdbc.sql("DROP INDEX " + index.getFirst()).update();
                    again.add(index.getLast());
                });
        return new Indexes(again);
    }

    void create(JdbcClient jdbc) {
        statements.forEach(statement -> jdbc.sql(statement).update());
    }
}
