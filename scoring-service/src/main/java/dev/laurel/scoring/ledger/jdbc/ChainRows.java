package dev.laurel.scoring.ledger.jdbc;

import dev.laurel.scoring.chain.Digests;
import dev.laurel.scoring.chain.Hash;
import dev.laurel.scoring.chain.Link;
import dev.laurel.scoring.journal.Entry;
import dev.laurel.scoring.ledger.Origin;
import dev.laurel.scoring.ledger.Posting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tables {@code chain_link} and {@code chain_head}. */
final class ChainRows {

    /** In the order of the key, so that two batches never wait for each other in a ring. */
    private static final String LOCK =
            """
            INSERT INTO chain_head AS h (program, stripe, number, hash)
            SELECT program, stripe, 0, decode(repeat('00', 32), 'hex')
            FROM unnest(?, ?) AS wanted (program, stripe)
            ORDER BY program, stripe
            ON CONFLICT (program, stripe) DO UPDATE SET number = h.number
            RETURNING program, stripe, number, hash, nextval('chain_link_id')
            """;

    private static final String ADD =
            """
            WITH added AS (
                INSERT INTO chain_link
                    (program, id, stripe, number, format, postings, recorded_at, previous, hash)
                SELECT program, id, stripe, number, ?, postings, recorded_at, previous, hash
                FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
                    AS l (program, id, stripe, number, postings, recorded_at, previous, hash)
                RETURNING program, stripe, number, hash
            )
            UPDATE chain_head h SET number = added.number, hash = added.hash
            FROM added
            WHERE h.program = added.program AND h.stripe = added.stripe
            """;

    private record Chain(String program, int stripe) implements Comparable<Chain> {

        private static final Comparator<Chain> ORDER =
                Comparator.comparing(Chain::program).thenComparingInt(Chain::stripe);

        @Override
        public int compareTo(Chain other) {
            return ORDER.compare(this, other);
        }
    }

    private record Last(long number, Hash hash, long nextId) {}

    private final JdbcTemplate jdbc;

    ChainRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a link to each chain that the postings, all booked at one instant, belong to. Nobody
     * else adds to these chains until the transaction ends.
     *
     * @return the postings in their order
     */
    List<Linked> add(List<Posting> postings) {
        Digests digests = new Digests();
        Map<Chain, List<byte[]>> parts = new TreeMap<>();
        List<byte[]> all = new ArrayList<>(postings.size());
        for (Posting posting : postings) {
            byte[] digest = digests.of(entry(posting));
            all.add(digest);
            parts.computeIfAbsent(chain(posting), _ -> new ArrayList<>()).add(digest);
        }
        Map<Chain, Last> heads = lock(parts.keySet());
        List<Link> links = new ArrayList<>();
        parts.forEach((chain, part) -> {
            Last last = last(heads, chain);
            long number = last.number() + 1;
            var recordedAt = postings.getFirst().recordedAt();
            links.add(
                    new Link(
                            chain.program(),
                            last.nextId(),
                            chain.stripe(),
                            number,
                            part.size(),
                            recordedAt,
                            last.hash(),
                            digests.of(
                                    last.hash(),
                                    chain.program(),
                                    chain.stripe(),
                                    number,
                                    recordedAt,
                                    part)));
        });
        insert(links);
        List<Linked> linked = new ArrayList<>(postings.size());
        for (int i = 0; i < postings.size(); i++) {
            Posting posting = postings.get(i);
            linked.add(
                    new Linked(
                            posting,
                            last(heads, chain(posting)).nextId(),
                            Digests.shortened(all.get(i))));
        }
        return linked;
    }

    private static Last last(Map<Chain, Last> heads, Chain chain) {
        return Objects.requireNonNull(heads.get(chain));
    }

    private Map<Chain, Last> lock(Collection<Chain> chains) {
        Map<Chain, Last> heads = new HashMap<>();
        jdbc.query(
                connection ->
                        Column.prepare(
                                connection,
                                LOCK,
                                Column.text(chains, Chain::program),
                                Column.int4(chains, Chain::stripe)),
                row -> {
                    heads.put(
                            new Chain(row.getString(1), row.getInt(2)),
                            new Last(row.getLong(3), Hash.of(row.getBytes(4)), row.getLong(5)));
                });
        return heads;
    }

    private void insert(List<Link> links) {
        jdbc.update(connection ->
                Column.prepare(
                        connection,
                        ADD,
                        (_, statement, index) -> statement.setInt(index, Digests.FORMAT),
                        Column.text(links, Link::program),
                        Column.int8(links, Link::id),
                        Column.int4(links, Link::stripe),
                        Column.int8(links, Link::number),
                        Column.int4(links, Link::postings),
                        Column.instant(links, Link::recordedAt),
                        Column.bytes(links, link -> link.previous().bytes()),
                        Column.bytes(links, link -> link.hash().bytes())));
    }

    private static Chain chain(Posting posting) {
        return new Chain(posting.member().program(), posting.stripe());
    }

    /** The posting as the journal will have it. */
    private static Entry entry(Posting posting) {
        Origin origin = posting.origin();
        return new Entry(
                posting.id(),
                posting.member().program(),
                posting.member().id(),
                posting.sequence(),
                posting.wallet(),
                posting.debit().id(),
                posting.credit().id(),
                posting.amount(),
                posting.after().points(),
                posting.after().earned(),
                posting.cause().kind(),
                posting.cause().id(),
                origin.decision(),
                origin.version(),
                origin.eventSource(),
                origin.eventId(),
                origin.time(),
                origin.localDate(),
                posting.recordedAt(),
                origin.channel());
    }
}
