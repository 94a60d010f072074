package dev.laurel.leaderboards.boards.jdbc;

import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.boards.Standing;
import dev.laurel.leaderboards.boards.Standings;
import dev.laurel.leaderboards.boards.Vicinity;
import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.Calendar;
import dev.laurel.leaderboards.scores.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Standings by the indexes {@code score_order} and {@code sealed_score_order}, and by fences. Every
 * method sees one state of the scores, so ranks and neighbours fit each other while points come in.
 */
@Repository
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class JdbcStandings implements Standings {

    private static final String ORDER = "ORDER BY rev, reached_at, member";

    private final JdbcClient jdbc;
    private final FenceCounts fences;

    JdbcStandings(JdbcClient jdbc, FenceCounts fences) {
        this.jdbc = jdbc;
        this.fences = fences;
    }

    @Override
    public List<Standing> page(Ranking ranking, @Nullable Place behind, int limit) {
        if (behind == null) {
            return pageFrom(ranking, 1, limit);
        }
        Rows rows = rows(ranking);
        List<ScoreRow> found = behind(rows, behind, limit);
        return found.isEmpty()
                ? List.of()
                : ranked(ranking, rows, 1 + fences.ahead(rows, found.getFirst().place()), found);
    }

    @Override
    public List<Standing> pageFrom(Ranking ranking, long position, int limit) {
        Rows rows = rows(ranking);
        FenceCounts.Start start = fences.before(rows, position);
        return ranked(
                ranking,
                rows,
                position,
                jdbc.sql(
                                """
                                SELECT member, rev, reached_at FROM %s
                                  AND (rev, reached_at, member) >= (?, ?, ?)
                                %s OFFSET ? LIMIT ?
                                """
                                        .formatted(rows.from(), ORDER))
                        .param(rows.id())
                        .params(start.key().parameters())
                        .param(position - 1 - start.places())
                        .param(limit)
                        .query(ScoreRow::read)
                        .list());
    }

    @Override
    public Optional<Standing> of(Ranking ranking, String member) {
        Rows rows = rows(ranking);
        return row(rows, member)
                .map(own ->
                        ranked(ranking, rows, 1 + fences.ahead(rows, own.place()), List.of(own))
                                .getFirst());
    }

    @Override
    public Optional<Vicinity> around(Ranking ranking, String member, int neighbours) {
        Rows rows = rows(ranking);
        return row(rows, member)
                .map(own -> {
                    Place place = own.place();
                    List<ScoreRow> around =
                            new ArrayList<>(ahead(rows, place, neighbours).reversed());
                    int index = around.size();
                    around.add(own);
                    around.addAll(behind(rows, place, neighbours));
                    List<Standing> standings =
                            ranked(ranking, rows, 1 + fences.ahead(rows, place) - index, around);
                    return new Vicinity(standings.get(index), standings, fences.size(rows));
                });
    }

    @Override
    public List<Standing> among(Ranking ranking, Collection<String> members) {
        Rows rows = rows(ranking);
        List<ScoreRow> found =
                jdbc.sql(
                                "SELECT member, rev, reached_at FROM %s AND member = ANY (?) %s"
                                        .formatted(rows.from(), ORDER))
                        .param(rows.id())
                        .param(members.toArray(String[]::new))
                        .query(ScoreRow::read)
                        .list();
        return switch (ranking.ties()) {
            case FIRST_TO_REACH -> ordered(1, found);
            case SHARED -> found.isEmpty() ? List.of() : shared(1, 1, found);
        };
    }

    @Override
    public Optional<Period> latest(Book book, Calendar calendar, String member) {
        return jdbc.sql(
                        """
                        SELECT r.period FROM ranking r
                        WHERE r.program = ? AND r.wallet = ? AND r.by_team = ? AND r.cycle = ?
                          AND r.audience = ?
                          AND EXISTS (SELECT FROM score s WHERE s.ranking = r.id AND s.member = ?)
                        ORDER BY r.period DESC LIMIT 1
                        """)
                .param(book.program())
                .param(book.wallet())
                .param(book.byTeam())
                .param(calendar.toString())
                .param(book.audience().word())
                .param(member)
                .query(String.class)
                .optional()
                .flatMap(calendar::period);
    }

    /** A ranking that nobody has a score in yet has none either. */
    private Rows rows(Ranking ranking) {
        Integer seal = ranking.seal();
        if (seal != null) {
            return Rows.sealed(seal);
        }
        Book book = ranking.book();
        return jdbc.sql(
                        """
                        SELECT id FROM ranking
                        WHERE program = ? AND wallet = ? AND period = ? AND by_team = ?
                          AND audience = ?
                        """)
                .param(book.program())
                .param(book.wallet())
                .param(ranking.period().name())
                .param(book.byTeam())
                .param(book.audience().word())
                .query(Integer.class)
                .optional()
                .map(Rows::live)
                .orElse(Rows.NONE);
    }

    private Optional<ScoreRow> row(Rows rows, String member) {
        return jdbc.sql(
                        "SELECT member, rev, reached_at FROM %s AND member = ?"
                                .formatted(rows.from()))
                .param(rows.id())
                .param(member)
                .query(ScoreRow::read)
                .optional();
    }

    private List<ScoreRow> behind(Rows rows, Place place, int limit) {
        return jdbc.sql(
                        """
                        SELECT member, rev, reached_at FROM %s
                          AND (rev, reached_at, member) > (?, ?, ?)
                        %s LIMIT ?
                        """
                                .formatted(rows.from(), ORDER))
                .param(rows.id())
                .params(Key.of(place).parameters())
                .param(limit)
                .query(ScoreRow::read)
                .list();
    }

    /** Nearest first. */
    private List<ScoreRow> ahead(Rows rows, Place place, int limit) {
        return jdbc.sql(
                        """
                        SELECT member, rev, reached_at FROM %s
                          AND (rev, reached_at, member) < (?, ?, ?)
                        ORDER BY rev DESC, reached_at DESC, member DESC LIMIT ?
                        """
                                .formatted(rows.from()))
                .param(rows.id())
                .params(Key.of(place).parameters())
                .param(limit)
                .query(ScoreRow::read)
                .list();
    }

    /** Rows that follow one another, the first of them at a position. */
    private List<Standing> ranked(Ranking ranking, Rows rows, long position, List<ScoreRow> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        return switch (ranking.ties()) {
            case FIRST_TO_REACH -> ordered(position, found);
            case SHARED ->
                    shared(1 + fences.higher(rows, found.getFirst().score()), position, found);
        };
    }

    private static List<Standing> ordered(long position, List<ScoreRow> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(index -> rows.get(index).ranked(position + index))
                .toList();
    }

    /** The first of them has the rank {@code best}, maybe with others before it. */
    private static List<Standing> shared(long best, long position, List<ScoreRow> rows) {
        long score = rows.getFirst().score();
        long rank = best;
        List<Standing> standings = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            ScoreRow row = rows.get(index);
            if (row.score() != score) {
                score = row.score();
                rank = position + index;
            }
            standings.add(row.ranked(rank));
        }
        return standings;
    }
}
