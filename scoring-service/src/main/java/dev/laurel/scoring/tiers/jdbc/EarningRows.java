package dev.laurel.scoring.tiers.jdbc;

import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.tiers.Tiers.Earned;
import dev.laurel.tiers.Earnings;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Table {@code tier_earning}. */
final class EarningRows {

    private static final String ADD =
            """
            INSERT INTO tier_earning AS kept (program, member, wallet, day, points)
            SELECT program, member, wallet, day, points
            FROM unnest(?, ?, ?, ?, ?) AS earned (program, member, wallet, day, points)
            ON CONFLICT (program, member, wallet, day)
            DO UPDATE SET points = kept.points + EXCLUDED.points
            """;

    private static final String SAY =
            """
            INSERT INTO tier_earning AS kept (program, member, wallet, day, points)
            SELECT program, member, wallet, day, points
            FROM unnest(?, ?, ?, ?, ?) AS said (program, member, wallet, day, points)
            ON CONFLICT (program, member, wallet, day)
            DO UPDATE SET points = EXCLUDED.points
            """;

    private static final String FORGET =
            """
            DELETE FROM tier_earning kept
            USING unnest(?, ?) AS wanted (program, member)
            WHERE kept.program = wanted.program AND kept.member = wanted.member
                AND kept.wallet = ?
            """;

    /** As {@code TierKeeper} counts. */
    private static final String GATHER =
            """
            INSERT INTO tier_earning (program, member, wallet, day, points)
            SELECT p.program, p.member, p.wallet, p.local_date,
                sum(CASE WHEN p.debit LIKE 'issuance:%' THEN p.amount ELSE -p.amount END)::bigint
            FROM unnest(?, ?) AS wanted (program, member)
            JOIN posting p ON p.program = wanted.program AND p.member = wanted.member
            WHERE p.wallet = ? AND p.cause_kind <> 'tier'
                AND (p.debit LIKE 'issuance:%' OR p.credit LIKE 'issuance:%')
            GROUP BY p.program, p.member, p.wallet, p.local_date
            """;

    private static final String FIND =
            """
            SELECT e.program, e.member, e.day, e.points
            FROM unnest(?, ?, ?) AS wanted (program, member, first)
            JOIN tier_earning e ON e.program = wanted.program AND e.member = wanted.member
                AND e.day >= wanted.first
            WHERE e.wallet = ?
            """;

    /** The primary key gives the order. */
    private static final String EACH =
            """
            SELECT member, day, points
            FROM tier_earning
            WHERE program = ? AND wallet = ? AND day < ?
            ORDER BY member, day
            """;

    private static final int FETCH_SIZE = 5_000;

    private final JdbcTemplate jdbc;
    private final JdbcTemplate streaming;
    private final TransactionTemplate snapshot;

    EarningRows(JdbcTemplate jdbc) {
        DataSource dataSource = Objects.requireNonNull(jdbc.getDataSource());
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(FETCH_SIZE);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        snapshot.setReadOnly(true);
    }

    void add(List<Earned> earned) {
        write(ADD, earned);
    }

    /** Each day of each member at most once. */
    void say(List<Earned> earned) {
        write(SAY, earned);
    }

    private void write(String sql, List<Earned> earned) {
        if (earned.isEmpty()) {
            return;
        }
        jdbc.update(connection ->
                Column.prepare(
                        connection,
                        sql,
                        new Column[] {
                            Column.text(earned, it -> it.member().program()),
                            Column.text(earned, it -> it.member().id()),
                            Column.text(earned, Earned::measure),
                            Column.date(earned, Earned::day),
                            Column.int8(earned, Earned::points)
                        }));
    }

    void gather(Collection<Member> members, String wallet) {
        forget(members, wallet);
        update(GATHER, members, wallet);
    }

    void forget(Collection<Member> members, String measure) {
        update(FORGET, members, measure);
    }

    private void update(String sql, Collection<Member> members, String measure) {
        if (!members.isEmpty()) {
            jdbc.update(connection ->
                    Column.prepare(connection, sql, MemberColumns.of(members), measure));
        }
    }

    /** With a cursor of the database, which lives as long as the transaction. */
    void each(
            String program, String wallet, LocalDate before, BiConsumer<String, Earnings> reader) {
        SortedMap<LocalDate, Long> points = new TreeMap<>();
        String[] member = new String[1];
        snapshot.executeWithoutResult(_ -> {
            streaming.query(
                    EACH,
                    row -> {
                        String next = row.getString(1);
                        if (!next.equals(member[0])) {
                            hand(member[0], points, reader);
                            member[0] = next;
                        }
                        points.put(row.getObject(2, LocalDate.class), row.getLong(3));
                    },
                    program,
                    wallet,
                    before);
            hand(member[0], points, reader);
        });
    }

    private static void hand(
            @Nullable String member,
            SortedMap<LocalDate, Long> points,
            BiConsumer<String, Earnings> reader) {
        if (member != null) {
            reader.accept(member, Earnings.of(points));
        }
        points.clear();
    }

    Map<Member, Earnings> find(Map<Member, LocalDate> from, String wallet) {
        Map<Member, SortedMap<LocalDate, Long>> found = new HashMap<>();
        List<Map.Entry<Member, LocalDate>> wanted = List.copyOf(from.entrySet());
        jdbc.query(
                connection ->
                        Column.prepare(
                                connection,
                                FIND,
                                new Column[] {
                                    Column.text(wanted, it -> it.getKey().program()),
                                    Column.text(wanted, it -> it.getKey().id()),
                                    Column.date(wanted, Map.Entry::getValue)
                                },
                                wallet),
                row -> {
                    found.computeIfAbsent(
                                    new Member(row.getString(1), row.getString(2)),
                                    _ -> new TreeMap<>())
                            .put(row.getObject(3, LocalDate.class), row.getLong(4));
                });
        Map<Member, Earnings> earnings = new HashMap<>();
        found.forEach((member, days) -> earnings.put(member, Earnings.of(days)));
        return earnings;
    }
}
