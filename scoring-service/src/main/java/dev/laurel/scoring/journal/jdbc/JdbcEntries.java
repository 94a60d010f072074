package dev.laurel.scoring.journal.jdbc;

import dev.laurel.scoring.journal.Entries;
import dev.laurel.scoring.journal.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
@EnableConfigurationProperties(JournalProperties.class)
class JdbcEntries implements Entries {

    private static final int FETCH_SIZE = 2_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;
    private final TransactionTemplate snapshot;
    private final Duration slack;

    @Autowired
    JdbcEntries(DataSource dataSource, JournalProperties properties) {
        this(dataSource, properties.slack());
    }

    JdbcEntries(DataSource dataSource, Duration slack) {
        this.jdbc = JdbcClient.create(dataSource);
        this.streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(FETCH_SIZE);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        snapshot.setReadOnly(true);
        this.slack = slack;
    }

    /** The index gives the order of booking; only entries of one instant are sorted. */
    @Override
    public List<Entry> page(Range range, Entry.@Nullable Place after, int limit) {
        Entry.Place place = after == null ? new Entry.Place(range.from(), "", 0) : after;
        return jdbc.sql(
                        """
                        SELECT %s
                        FROM posting
                        WHERE program = :program
                          AND recorded_at >= :from AND recorded_at < :to
                          AND (recorded_at, member, sequence) > (:from, :member, :sequence)
                          AND (:wallet::text IS NULL OR wallet = :wallet)
                        ORDER BY recorded_at, member, sequence
                        LIMIT :limit
                        """
                                .formatted(EntryRow.COLUMNS))
                .param("program", range.program())
                .param("from", time(place.recordedAt()))
                .param("to", time(range.to()))
                .param("member", place.member())
                .param("sequence", place.sequence())
                .param("wallet", range.wallet())
                .param("limit", limit)
                .query((row, _) -> EntryRow.read(row))
                .list();
    }

    /** With a cursor of the database, which lives as long as the transaction. */
    @Override
    public void forEach(Range range, Consumer<Entry> reader) {
        snapshot.executeWithoutResult(_ ->
                streaming.query(
                        """
                        SELECT %s
                        FROM posting
                        WHERE program = ? AND recorded_at >= ? AND recorded_at < ?
                          AND (?::text IS NULL OR wallet = ?)
                        ORDER BY recorded_at, member, sequence
                        """
                                .formatted(EntryRow.COLUMNS),
                        row -> {
                            reader.accept(EntryRow.read(row));
                        },
                        range.program(),
                        time(range.from()),
                        time(range.to()),
                        range.wallet(),
                        range.wallet()));
    }

    /** Whoever writes has a transaction id; its entries carry an instant close to its beginning. */
    @Override
    public Instant completeUntil() {
        return jdbc.sql(
                        """
                        SELECT least(clock_timestamp(), min(xact_start)) AS until
                        FROM pg_stat_activity
                        WHERE datname = current_database() AND backend_xid IS NOT NULL
                        """)
                .query((row, _) -> row.getObject("until", OffsetDateTime.class).toInstant())
                .single()
                .minus(slack);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
