package dev.laurel.leaderboards.scores.jdbc;

import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.DayCell;
import dev.laurel.leaderboards.scores.Gain;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables {@code book} and {@code daily}. */
@Component
class DailyTable {

    private final JdbcClient jdbc;

    DailyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Map<DayCell, Gain> gains) {
        addBooks(gains.keySet());
        jdbc.sql(
                        """
                        INSERT INTO daily AS d (book, member, day, score, reached_at)
                        SELECT b.id, g.member, g.day, g.score, g.reached_at
                        FROM unnest(?, ?, ?, ?, ?::date[], ?, ?::timestamptz[])
                             AS g (program, wallet, by_team, member, day, score, reached_at)
                        JOIN book b USING (program, wallet, by_team)
                        ORDER BY b.id, g.member, g.day
                        ON CONFLICT (book, member, day) DO UPDATE
                        SET score = d.score + excluded.score,
                            reached_at =
                                CASE WHEN 'infinity' IN (d.reached_at, excluded.reached_at)
                                     THEN least(d.reached_at, excluded.reached_at)
                                     ELSE greatest(d.reached_at, excluded.reached_at)
                                END
                        """)
                .param(Columns.texts(gains.keySet(), cell -> cell.book().program()))
                .param(Columns.texts(gains.keySet(), cell -> cell.book().wallet()))
                .param(Columns.truths(gains.keySet(), cell -> cell.book().byTeam()))
                .param(Columns.texts(gains.keySet(), DayCell::competitor))
                .param(Columns.texts(gains.keySet(), cell -> cell.day().toString()))
                .param(Columns.numbers(gains.values(), Gain::points))
                .param(Columns.reachedAt(gains.values()))
                .update();
    }

    /** Few, and hardly ever new: it nearly always only reads. */
    private void addBooks(Collection<DayCell> cells) {
        List<Book> books = cells.stream().map(DayCell::book).distinct().sorted().toList();
        jdbc.sql(
                        """
                        INSERT INTO book (program, wallet, by_team)
                        SELECT * FROM unnest(?, ?, ?) AS n (program, wallet, by_team)
                        WHERE NOT EXISTS (
                            SELECT FROM book b
                            WHERE b.program = n.program AND b.wallet = n.wallet
                              AND b.by_team = n.by_team)
                        ON CONFLICT DO NOTHING
                        """)
                .param(Columns.texts(books, Book::program))
                .param(Columns.texts(books, Book::wallet))
                .param(Columns.truths(books, Book::byTeam))
                .update();
    }
}
