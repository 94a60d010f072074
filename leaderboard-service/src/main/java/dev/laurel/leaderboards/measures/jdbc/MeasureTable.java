package dev.laurel.leaderboards.measures.jdbc;

import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.DayCell;
import dev.laurel.leaderboards.scores.Gain;
import dev.laurel.leaderboards.scores.Participant;
import dev.laurel.leaderboards.scores.jdbc.Columns;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What tables {@code participant}, {@code daily} and {@code score} have of measures. */
@Component
class MeasureTable {

    private final JdbcClient jdbc;

    MeasureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Brings participants to the last decision of the batch, in the order in which counting takes
     * them. Holds their rows until the transaction ends.
     *
     * @return the last decision of each that was taken in before, -1 where there is none
     */
    Map<Participant, Long> advance(SortedMap<Participant, Long> offsets) {
        Map<Participant, Long> before = HashMap.newHashMap(offsets.size());
        jdbc.sql(
                        """
                        INSERT INTO participant AS p (program, member, decided)
                        SELECT * FROM unnest(?, ?, ?)
                        ON CONFLICT (program, member) DO UPDATE
                        SET decided = greatest(p.decided, excluded.decided)
                        RETURNING program, member, coalesce(old.decided, -1) AS before
                        """)
                .param(Columns.texts(offsets.keySet(), Participant::program))
                .param(Columns.texts(offsets.keySet(), Participant::member))
                .param(Columns.numbers(offsets.values(), Long::longValue))
                .query(row -> {
                    before.put(
                            new Participant(row.getString("program"), row.getString("member")),
                            row.getLong("before"));
                });
        return before;
    }

    /** Holds the rows of participants until the transaction ends. */
    void lock(SortedSet<Participant> participants) {
        jdbc.sql(
                        """
                        SELECT count(*) FROM (
                            SELECT FROM participant p
                            JOIN unnest(?, ?) AS n (program, member) USING (program, member)
                            ORDER BY program, member FOR UPDATE OF p) AS held
                        """)
                .param(Columns.texts(participants, Participant::program))
                .param(Columns.texts(participants, Participant::member))
                .query(Long.class)
                .single();
    }

    /** The days of which measures have said something of members, in order. */
    Map<MemberMeasure, List<LocalDate>> days(Collection<MemberMeasure> measures) {
        Map<MemberMeasure, List<LocalDate>> days = new HashMap<>();
        if (measures.isEmpty()) {
            return days;
        }
        jdbc.sql(
                        """
                        SELECT b.program, b.wallet, d.member, d.day
                        FROM unnest(?, ?, ?) AS n (program, wallet, member)
                        JOIN book b ON b.program = n.program AND b.wallet = n.wallet
                             AND NOT b.by_team
                        JOIN daily d ON d.book = b.id AND d.member = n.member
                        ORDER BY d.day
                        """)
                .params(columns(measures))
                .query(row -> {
                    days.computeIfAbsent(
                                    new MemberMeasure(
                                            new Participant(
                                                    row.getString("program"),
                                                    row.getString("member")),
                                            row.getString("wallet")),
                                    _ -> new ArrayList<>())
                            .add(row.getObject("day", LocalDate.class));
                });
        return days;
    }

    /** What is in some cells, those without anything left out. */
    Map<DayCell, Gain> scores(Collection<DayCell> cells) {
        Map<DayCell, Gain> scores = HashMap.newHashMap(cells.size());
        jdbc.sql(
                        """
                        SELECT b.program, b.wallet, d.member, d.day, d.score, d.reached_at
                        FROM unnest(?, ?, ?, ?::date[]) AS n (program, wallet, member, day)
                        JOIN book b ON b.program = n.program AND b.wallet = n.wallet
                             AND NOT b.by_team
                        JOIN daily d ON d.book = b.id AND d.member = n.member AND d.day = n.day
                        """)
                .param(Columns.texts(cells, cell -> cell.book().program()))
                .param(Columns.texts(cells, cell -> cell.book().wallet()))
                .param(Columns.texts(cells, DayCell::competitor))
                .param(Columns.texts(cells, cell -> cell.day().toString()))
                .query(row -> {
                    OffsetDateTime reached = row.getObject("reached_at", OffsetDateTime.class);
                    scores.put(
                            new DayCell(
                                    new Book(
                                            row.getString("program"),
                                            row.getString("wallet"),
                                            false),
                                    row.getString("member"),
                                    row.getObject("day", LocalDate.class)),
                            new Gain(
                                    row.getLong("score"),
                                    reached.equals(OffsetDateTime.MAX)
                                            ? null
                                            : reached.toInstant()));
                });
        return scores;
    }

    /** Lets go of all that measures say of members' days. */
    void dropDays(Collection<MemberMeasure> over) {
        jdbc.sql(
                        """
                        DELETE FROM daily d
                        USING book b, unnest(?, ?, ?) AS n (program, wallet, member)
                        WHERE b.id = d.book AND b.program = n.program AND b.wallet = n.wallet
                          AND NOT b.by_team AND d.member = n.member
                        """)
                .params(columns(over))
                .update();
    }

    /** Lets members leave the boards of measures. */
    void dropScores(Collection<MemberMeasure> over) {
        jdbc.sql(
                        """
                        DELETE FROM score s
                        USING ranking r, unnest(?, ?, ?) AS n (program, wallet, member)
                        WHERE r.id = s.ranking AND r.program = n.program AND r.wallet = n.wallet
                          AND NOT r.by_team AND s.member = n.member
                        """)
                .params(columns(over))
                .update();
    }

    /** Programs, measures, members. */
    private static List<Object> columns(Collection<MemberMeasure> measures) {
        return List.of(
                Columns.texts(measures, each -> each.participant().program()),
                Columns.texts(measures, MemberMeasure::measure),
                Columns.texts(measures, each -> each.participant().member()));
    }
}
