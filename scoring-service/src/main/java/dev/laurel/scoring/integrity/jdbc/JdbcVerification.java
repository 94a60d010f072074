package dev.laurel.scoring.integrity.jdbc;

import static java.util.stream.Collectors.groupingBy;

import dev.laurel.scoring.chain.Hash;
import dev.laurel.scoring.chain.Head;
import dev.laurel.scoring.chain.Link;
import dev.laurel.scoring.integrity.Fault;
import dev.laurel.scoring.integrity.Fault.Kind;
import dev.laurel.scoring.integrity.LinkCheck;
import dev.laurel.scoring.integrity.LinkedEntry;
import dev.laurel.scoring.integrity.Verification;
import dev.laurel.scoring.journal.jdbc.EntryRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcVerification implements Verification {

    private static final String LINK =
            "l.program, l.id, l.stripe, l.number, l.postings, l.recorded_at, l.previous, l.hash";

    private record Known(Link link, @Nullable Hash before) {}

    private final JdbcClient jdbc;

    JdbcVerification(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Part links(String program, long after, int limit) {
        List<Known> known = known(program, after, limit + 1);
        boolean more = known.size() > limit;
        List<Known> page = more ? known.subList(0, limit) : known;
        Map<Long, List<LinkedEntry>> rows = rows(program, page);
        LinkCheck check = new LinkCheck();
        List<Fault> faults = new ArrayList<>();
        long postings = 0;
        for (Known each : page) {
            faults.addAll(
                    check.check(
                            each.link(),
                            each.before(),
                            rows.getOrDefault(each.link().id(), List.of())));
            postings += each.link().postings();
        }
        return new Part(page.size(), postings, faults, more ? page.getLast().link().id() : null);
    }

    private List<Known> known(String program, long after, int limit) {
        return jdbc.sql(
                        """
                        SELECT %s, b.hash AS before
                        FROM chain_link l
                        LEFT JOIN chain_link b ON b.program = l.program
                            AND b.stripe = l.stripe AND b.number = l.number - 1
                        WHERE l.program = :program AND l.id > :after
                        ORDER BY l.id
                        LIMIT :limit
                        """
                                .formatted(LINK))
                .param("program", program)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new Known(link(row), before(row)))
                .list();
    }

    /** Postings by link. Those that are not where their link says are looked for everywhere. */
    private Map<Long, List<LinkedEntry>> rows(String program, List<Known> links) {
        Map<Long, List<LinkedEntry>> rows = new HashMap<>();
        rows.putAll(
                rows(
                        program,
                        links,
                        """
                        AND recorded_at = ANY (SELECT recorded_at FROM chain_link
                            WHERE program = :program AND id = ANY (:links))
                        """));
        List<Known> incomplete =
                links.stream()
                        .map(Known::link)
                        .filter(link ->
                                rows.getOrDefault(link.id(), List.of()).size() < link.postings())
                        .map(link -> new Known(link, null))
                        .toList();
        if (!incomplete.isEmpty()) {
            rows.putAll(rows(program, incomplete, ""));
        }
        return rows;
    }

    private Map<Long, List<LinkedEntry>> rows(String program, List<Known> links, String where) {
        return jdbc
                .sql(
                        """
                        SELECT %s, link, digest
                        FROM posting
                        WHERE program = :program AND link = ANY (:links) %s
                        """
                                .formatted(EntryRow.COLUMNS, where))
                .param("program", program)
                .param("links", links.stream().map(it -> it.link().id()).toArray(Long[]::new))
                .query((row, _) ->
                        new LinkedEntry(
                                EntryRow.read(row), row.getLong("link"), row.getLong("digest")))
                .list()
                .stream()
                .collect(groupingBy(LinkedEntry::link));
    }

    /** Looks for strangers only where the numbers differ: that needs the whole journal. */
    @Override
    public List<Fault> rest(String program) {
        List<Fault> faults = new ArrayList<>(cutOff(program));
        boolean complete =
                jdbc.sql(
                                """
                                SELECT (SELECT count(*) FROM posting WHERE program = :program)
                                    = (SELECT coalesce(sum(postings), 0) FROM chain_link
                                       WHERE program = :program)
                                """)
                        .param("program", program)
                        .query(Boolean.class)
                        .single();
        if (!complete) {
            faults.addAll(strangers(program));
            faults.addAll(gaps(program));
        }
        return faults;
    }

    private List<Fault> cutOff(String program) {
        return jdbc.sql(
                        """
                        SELECT stripe, coalesce(h.number, 0) AS head, coalesce(l.number, 0) AS last
                        FROM (SELECT stripe, number, hash FROM chain_head
                              WHERE program = :program AND number > 0) AS h
                        FULL JOIN (SELECT DISTINCT ON (stripe) stripe, number, hash
                                   FROM chain_link WHERE program = :program
                                   ORDER BY stripe, number DESC) AS l USING (stripe)
                        WHERE h.number IS DISTINCT FROM l.number OR h.hash <> l.hash
                        ORDER BY stripe
                        """)
                .param("program", program)
                .query((row, _) ->
                        new Fault(
                                Kind.LINK_MISSING,
                                row.getInt("stripe"),
                                row.getLong("head"),
                                null,
                                "Expected the chain of stripe %d to end with link %d as its head knows it, but it ends with link %d."
                                        .formatted(
                                                row.getInt("stripe"),
                                                row.getLong("head"),
                                                row.getLong("last"))))
                .list();
    }

    private List<Fault> strangers(String program) {
        return jdbc.sql(
                        """
                        SELECT id, member, sequence
                        FROM posting p
                        WHERE program = :program AND NOT EXISTS (
                            SELECT FROM chain_link l
                            WHERE l.program = p.program AND l.id = p.link
                              AND l.recorded_at = p.recorded_at)
                        ORDER BY recorded_at, member, sequence
                        LIMIT 10
                        """)
                .param("program", program)
                .query((row, _) ->
                        new Fault(
                                Kind.POSTING_ADDED,
                                0,
                                0,
                                row.getObject("id", UUID.class),
                                "Expected every posting to belong to a link, but posting %s (number %d of member '%s') does not."
                                        .formatted(
                                                row.getString("id"),
                                                row.getLong("sequence"),
                                                row.getString("member"))))
                .list();
    }

    /** Which number of which member is gone. */
    private List<Fault> gaps(String program) {
        return jdbc.sql(
                        """
                        SELECT m.member, missing.sequence
                        FROM member_sequence m
                        JOIN (SELECT member, count(*) AS postings FROM posting
                              WHERE program = :program GROUP BY member) AS p USING (member)
                        CROSS JOIN LATERAL (
                            SELECT n AS sequence FROM generate_series(1, m.sequence) AS n
                            EXCEPT
                            SELECT sequence FROM posting
                            WHERE program = :program AND member = m.member
                        ) AS missing
                        WHERE m.program = :program AND p.postings < m.sequence
                        ORDER BY m.member, missing.sequence
                        LIMIT 10
                        """)
                .param("program", program)
                .query((row, _) ->
                        new Fault(
                                Kind.POSTING_MISSING,
                                0,
                                0,
                                null,
                                "Expected posting number %d of member '%s', but there is none."
                                        .formatted(
                                                row.getLong("sequence"), row.getString("member"))))
                .list();
    }

    @Override
    public List<Head> heads(String program) {
        return jdbc.sql(
                        """
                        SELECT stripe, number, hash FROM chain_head
                        WHERE program = :program AND number > 0
                        ORDER BY stripe
                        """)
                .param("program", program)
                .query((row, _) ->
                        new Head(
                                row.getInt("stripe"),
                                row.getLong("number"),
                                Hash.of(row.getBytes("hash"))))
                .list();
    }

    @Override
    public Optional<Link> link(String program, int stripe, long number) {
        return jdbc.sql(
                        """
                        SELECT %s FROM chain_link l
                        WHERE program = :program AND stripe = :stripe AND number = :number
                        """
                                .formatted(LINK))
                .param("program", program)
                .param("stripe", stripe)
                .param("number", number)
                .query((row, _) -> link(row))
                .optional();
    }

    @Override
    public List<String> discrepancies(String program, int limit) {
        return jdbc.sql(
                        """
                        SELECT format(
                            'Expected account %s of wallet %s%s to have %s as its postings say, but it has %s.',
                            account, wallet, coalesce(' of member ''' || member || '''', ''),
                            booked, kept)
                        FROM discrepancy
                        WHERE program = :program
                        UNION ALL
                        SELECT format(
                            'Expected account %s of wallet %s on %s, booked on %s, to have %s debits and %s credits as its postings say, but it has %s and %s.',
                            account, wallet, effective_day, recorded_day, booked_debits,
                            booked_credits, kept_debits, kept_credits)
                        FROM account_day_discrepancy
                        WHERE program = :program
                        UNION ALL
                        SELECT format(
                            'Expected %s points of budget %s to be used as awards have drawn them, but it has %s.',
                            drawn, id, used)
                        FROM budget_discrepancy
                        WHERE program = :program
                        LIMIT :limit
                        """)
                .param("program", program)
                .param("limit", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static @Nullable Hash before(ResultSet row) throws SQLException {
        byte[] before = row.getBytes("before");
        return before == null ? null : Hash.of(before);
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getString("program"),
                row.getLong("id"),
                row.getInt("stripe"),
                row.getLong("number"),
                row.getInt("postings"),
                row.getObject("recorded_at", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                Hash.of(row.getBytes("previous")),
                Hash.of(row.getBytes("hash")));
    }
}
