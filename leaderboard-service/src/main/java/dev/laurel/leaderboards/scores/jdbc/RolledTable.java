package dev.laurel.leaderboards.scores.jdbc;

import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.Rolling;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code rolled}: which day is today for the rolling rankings of each program. */
@Component
public class RolledTable {

    private final JdbcClient jdbc;

    RolledTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which day is today, for those programs that have rolling rankings: only who shares their
     * locks can rely on it.
     */
    public Map<String, LocalDate> of(Collection<String> programs) {
        Map<String, LocalDate> todays = new HashMap<>();
        jdbc.sql("SELECT program, today FROM rolled WHERE program = ANY(?)")
                .param(programs.toArray(String[]::new))
                .query(row -> {
                    todays.put(row.getString("program"), row.getObject("today", LocalDate.class));
                });
        return todays;
    }

    /** Lets a day be today; gives the one before, {@code null} for the first. */
    @Nullable LocalDate roll(String program, LocalDate today) {
        return jdbc.sql(
                        """
                        INSERT INTO rolled AS r (program, today) VALUES (?, ?)
                        ON CONFLICT (program) DO UPDATE SET today = excluded.today
                        RETURNING old.today AS before
                        """)
                .param(program)
                .param(today)
                .query((row, _) -> row.getObject("before", LocalDate.class))
                .optional()
                .orElse(null);
    }

    /**
     * Takes those off a rolling ranking whose score may be another one on another day.
     *
     * @return who they are, also those who were not on it
     */
    List<String> leave(Book book, Rolling rolling, LocalDate before, LocalDate today) {
        List<String> members =
                jdbc.sql(
                                """
                                SELECT DISTINCT d.member FROM daily d JOIN book b ON b.id = d.book
                                WHERE b.program = ? AND b.wallet = ? AND b.by_team = ?
                                  AND (d.day > ? AND d.day <= ? OR d.day > ? AND d.day <= ?)
                                """)
                        .param(book.program())
                        .param(book.wallet())
                        .param(book.byTeam())
                        .param(before.minusDays(rolling.days()))
                        .param(today.minusDays(rolling.days()))
                        .param(before)
                        .param(today)
                        .query((row, _) -> row.getString("member"))
                        .list();
        jdbc.sql(
                        """
                        DELETE FROM score s USING ranking r
                        WHERE r.id = s.ranking AND r.program = ? AND r.wallet = ?
                          AND r.by_team = ? AND r.audience = ? AND r.cycle = ?
                          AND s.member = ANY (?)
                        """)
                .param(book.program())
                .param(book.wallet())
                .param(book.byTeam())
                .param(book.audience().word())
                .param(rolling.toString())
                .param(members.toArray(String[]::new))
                .update();
        return members;
    }
}
