package dev.laurel.scoring.ledger.jdbc;

import dev.laurel.bulkcopy.BulkCopy;
import dev.laurel.bulkcopy.CopyRows;
import dev.laurel.scoring.ledger.Posting;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code posting}. */
final class PostingRows {

    private static final BulkCopy<Linked> COPY =
            new BulkCopy<>(
                    "posting",
                    """
                    id, program, member, sequence, wallet, debit, credit, amount,
                    balance_after, earned_after, cause_kind, cause_id, decision, version,
                    event_source, event_id, event_time, local_date, recorded_at, link, digest,
                    channel\
                    """,
                    PostingRows::write);

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

    /** Through which channels effects were booked, where it was through one. */
    Map<UUID, String> channels(Set<UUID> effects) {
        Map<UUID, String> channels = new HashMap<>();
        jdbc.query(
                connection ->
                        Column.prepare(
                                connection,
                                """
                                SELECT id, channel FROM posting
                                WHERE id = ANY (?) AND channel IS NOT NULL
                                """,
                                Column.uuid(effects, effect -> effect)),
                row -> {
                    channels.put(row.getObject("id", UUID.class), row.getString("channel"));
                });
        return channels;
    }

    void insert(List<Linked> postings) {
        COPY.add(jdbc, postings);
    }

    private static void write(Linked linked, CopyRows row) {
        Posting posting = linked.posting();
        row.uuid(posting.id())
                .text(posting.member().program())
                .text(posting.member().id())
                .int8(posting.sequence())
                .text(posting.wallet())
                .text(posting.debit().id())
                .text(posting.credit().id())
                .int8(posting.amount())
                .int8(posting.after().points())
                .int8(posting.after().earned())
                .text(posting.cause().kind())
                .text(posting.cause().id())
                .uuid(posting.origin().decision())
                .int4(posting.origin().version())
                .text(posting.origin().eventSource())
                .text(posting.origin().eventId())
                .instant(posting.origin().time())
                .date(posting.origin().localDate())
                .instant(posting.recordedAt())
                .int8(linked.link())
                .int8(linked.digest())
                .text(posting.origin().channel());
    }
}
