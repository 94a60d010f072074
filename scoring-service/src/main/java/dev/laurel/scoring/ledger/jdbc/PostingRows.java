package dev.laurel.scoring.ledger.jdbc;

import dev.laurel.scoring.ledger.Posting;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code posting}. */
final class PostingRows {

    private static final String INSERT =
            """
            INSERT INTO posting (
                id, program, member, sequence, wallet, debit, credit, amount,
                balance_after, earned_after, cause_kind, cause_id, decision, version,
                event_source, event_id, event_time, local_date, recorded_at)
            SELECT id, program, member, sequence, wallet, debit, credit, amount,
                   balance_after, earned_after, cause_kind, cause_id, decision, version,
                   event_source, event_id,
                   timestamptz 'epoch' + event_micros * interval '1 microsecond',
                   date '1970-01-01' + local_day,
                   timestamptz 'epoch' + recorded_micros * interval '1 microsecond'
            FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS p (
                id, program, member, sequence, wallet, debit, credit, amount,
                balance_after, earned_after, cause_kind, cause_id, decision, version,
                event_source, event_id, event_micros, local_day, recorded_micros)
            """;

    private final JdbcTemplate jdbc;

    PostingRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the effects that are booked. */
    Set<UUID> known(Set<UUID> effects) {
        return new HashSet<>(
                jdbc.query(
                        connection ->
                                Column.prepare(
                                        connection,
                                        "SELECT id FROM posting WHERE id = ANY (?)",
                                        Column.uuid(effects, effect -> effect)),
                        (row, _) -> row.getObject(1, UUID.class)));
    }

    void insert(List<Posting> postings) {
        jdbc.update(connection ->
                Column.prepare(
                        connection,
                        INSERT,
                        Column.uuid(postings, Posting::id),
                        Column.text(postings, posting -> posting.member().program()),
                        Column.text(postings, posting -> posting.member().id()),
                        Column.int8(postings, Posting::sequence),
                        Column.text(postings, Posting::wallet),
                        Column.text(postings, posting -> posting.debit().id()),
                        Column.text(postings, posting -> posting.credit().id()),
                        Column.int8(postings, Posting::amount),
                        Column.int8(postings, posting -> posting.after().points()),
                        Column.int8(postings, posting -> posting.after().earned()),
                        Column.text(postings, posting -> posting.cause().kind()),
                        Column.text(postings, posting -> posting.cause().id()),
                        Column.uuid(postings, posting -> posting.origin().decision()),
                        Column.int4(postings, posting -> posting.origin().version()),
                        Column.text(postings, posting -> posting.origin().eventSource()),
                        Column.text(postings, posting -> posting.origin().eventId()),
                        Column.int8(postings, posting -> micros(posting.origin().time())),
                        Column.int4(
                                postings,
                                posting ->
                                        Math.toIntExact(posting.origin().localDate().toEpochDay())),
                        Column.int8(postings, posting -> micros(posting.recordedAt()))));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
