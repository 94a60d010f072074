package dev.laurel.leaderboards.seals.jdbc;

import dev.laurel.leaderboards.scores.Aftermath;
import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.Cell;
import dev.laurel.leaderboards.scores.Counted;
import dev.laurel.leaderboards.scores.Posting;
import dev.laurel.leaderboards.scores.jdbc.Listed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what would have counted on boards that are sealed. */
@Component
class Corrections implements Aftermath {

    private final JdbcClient jdbc;

    Corrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Scores(Book book, String period) {
        static Scores of(Cell cell) {
            return new Scores(cell.book(), cell.period().name());
        }
    }

    /** Nobody seals meanwhile: who counts shares the program's lock. */
    @Override
    public void of(List<Counted> counted, Instant now) {
        Set<Scores> touched = new LinkedHashSet<>();
        counted.forEach(each -> touched.add(Scores.of(each.cell())));
        Map<Scores, List<Integer>> seals = seals(touched);
        if (!seals.isEmpty()) {
            for (Counted each : counted) {
                for (int seal : seals.getOrDefault(Scores.of(each.cell()), List.of())) {
                    keep(seal, each, now);
                }
            }
        }
    }

    private Map<Scores, List<Integer>> seals(Set<Scores> touched) {
        boolean[] byTeam = new boolean[touched.size()];
        int index = 0;
        for (Scores each : touched) {
            byTeam[index++] = each.book().byTeam();
        }
        Map<Scores, List<Integer>> seals = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT s.id, s.program, s.wallet, s.period, s.by_team FROM seal s
                        JOIN unnest(?, ?, ?, ?) AS t (program, wallet, period, by_team)
                             USING (program, wallet, period, by_team)
                        """)
                .param(touched.stream().map(each -> each.book().program()).toArray(String[]::new))
                .param(touched.stream().map(each -> each.book().wallet()).toArray(String[]::new))
                .param(touched.stream().map(Scores::period).toArray(String[]::new))
                .param(byTeam)
                .query(row -> {
                    Book book =
                            new Book(
                                    row.getString("program"),
                                    row.getString("wallet"),
                                    row.getBoolean("by_team"));
                    seals.computeIfAbsent(
                                    new Scores(book, row.getString("period")),
                                    _ -> new ArrayList<>())
                            .add(row.getInt("id"));
                });
        return seals;
    }

    private void keep(int seal, Counted counted, Instant now) {
        Posting posting = counted.posting();
        jdbc.sql(
                        """
                        INSERT INTO correction (seal, posting, member, points, cause, decision, time,
                                                booked_at, counted_at)
                        SELECT s.id, ?, ?, ?, ?, ?, ?, ?, ?
                        FROM seal s
                        LEFT JOIN profile p
                             ON p.program = s.program AND p.member = ? AND NOT s.by_team
                        WHERE s.id = ? AND %s
                        """
                                .formatted(Listed.in("s.audience")))
                .param(posting.id())
                .param(counted.cell().competitor())
                .param(posting.points())
                .param(posting.cause())
                .param(posting.decision())
                .param(posting.time().atOffset(ZoneOffset.UTC))
                .param(posting.bookedAt().atOffset(ZoneOffset.UTC))
                .param(now.atOffset(ZoneOffset.UTC))
                .param(counted.cell().competitor())
                .param(seal)
                .update();
    }
}
