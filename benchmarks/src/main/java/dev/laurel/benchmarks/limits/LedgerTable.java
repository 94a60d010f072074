package dev.laurel.benchmarks.limits;

import java.util.Locale;

/** A table that a posting leaves rows in. */
enum LedgerTable {
    POSTING(
            """
            id, program, member, sequence, wallet, debit, credit, amount, balance_after,
            earned_after, cause_kind, cause_id, decision, version, event_source, event_id,
            event_time, local_date, recorded_at, link, digest
            """),
    MEMBER_SEQUENCE("program, member, sequence"),
    MEMBER_ACCOUNT("program, member, wallet, balance, earned"),
    /** Empty by the time that one looks, so the rows are made up again, of about the same size. */
    OUTBOX("topic, key, value") {
        @Override
        String rows(String run) {
            return """
            SELECT 'laurel.ledger', convert_to(program || '/' || member, 'UTF8'),
                   convert_to(row_to_json(posting)::text, 'UTF8')
            FROM scoring.posting WHERE starts_with(member, '%s')
            """
                    .formatted(run);
        }
    };

    private final String columns;

    LedgerTable(String columns) {
        this.columns = columns;
    }

    /** Its name within the schema. */
    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is copied of it. */
    String columns() {
        return columns;
    }

    /** A query for the rows of the members whose names begin with a run's. */
    String rows(String run) {
        return "SELECT %s FROM scoring.%s WHERE starts_with(member, '%s')"
                .formatted(columns, table(), run);
    }
}
