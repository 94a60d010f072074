package dev.laurel.leaderboards.boards.valkey;

import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.scores.Audience;
import dev.laurel.leaderboards.scores.Book;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which copies can be read. What was found out holds for a while; who cannot find out any more
 * trusts none. Safe for concurrent use.
 */
final class Trust {

    private final JdbcClient jdbc;
    private final CopyTable copies;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private volatile Known known = new Known(Map.of(), 0, false);

    /**
     * @param patience how long it holds, and how far a copy may be behind
     * @param nanoTime as {@link System#nanoTime()}
     */
    Trust(JdbcClient jdbc, CopyTable copies, Duration patience, LongSupplier nanoTime) {
        this.jdbc = jdbc;
        this.copies = copies;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    private record Name(Book book, String period) {}

    private record Known(Map<Name, Copy> copies, long asOf, boolean trusted) {}

    /** Finds out anew. */
    void refresh() {
        long asOf = nanoTime.getAsLong();
        boolean inTime = copies.secondsBehind() * 1_000 < patience.toMillis();
        Map<Integer, Copy> ready = new HashMap<>();
        copies.ready().forEach(copy -> ready.put(copy.ranking(), copy));
        Map<Name, Copy> named = new HashMap<>();
        if (!ready.isEmpty()) {
            jdbc.sql(
                            """
                            SELECT r.id, r.program, r.wallet, r.by_team, r.audience, r.period
                            FROM ranking r JOIN hot h ON h.ranking = r.id
                            """)
                    .query(row -> {
                        Book book =
                                new Book(
                                        row.getString("program"),
                                        row.getString("wallet"),
                                        row.getBoolean("by_team"),
                                        new Audience(row.getString("audience")));
                        Copy copy = ready.get(row.getInt("id"));
                        if (copy != null) {
                            named.put(new Name(book, row.getString("period")), copy);
                        }
                    });
        }
        known = new Known(Map.copyOf(named), asOf, inTime);
    }

    /** Trusts none until it finds out anew. */
    void lose() {
        known = new Known(Map.of(), 0, false);
    }

    /** The copy of a ranking, if it can be read. */
    Optional<Copy> find(Ranking ranking) {
        Known now = known;
        boolean fresh = nanoTime.getAsLong() - now.asOf() < patience.toNanos();
        return now.trusted() && fresh && ranking.seal() == null
                ? Optional.ofNullable(
                        now.copies().get(new Name(ranking.book(), ranking.period().name())))
                : Optional.empty();
    }
}
