package dev.laurel.leaderboards.boards.jdbc;

import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.boards.Standing;
import dev.laurel.leaderboards.boards.Standings;
import dev.laurel.leaderboards.boards.Vicinity;
import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.Calendar;
import dev.laurel.leaderboards.scores.Period;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
 * Standings by the indexes {@code score_order} and {@code sealed_score_order}. Every method sees
 * one state of the scores, so ranks and neighbours fit each other while points come in.
 */
@Repository
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class JdbcStandings implements Standings {

    private static final String LIVE =
            """
            score WHERE ranking = (SELECT id FROM ranking
                       WHERE program = ? AND wallet = ? AND period = ? AND by_team = ?
                         AND audience = ?)
            """;

    private static final String SEALED = "sealed_score WHERE seal = ?";

    /** {@code score >= ?} repeats what follows from the rest: it is what the index can seek by. */
    private static final String AHEAD =
            """
            score >= ? AND (score > ? OR reached_at < ? OR reached_at = ? AND member < ?)
            """;

    private static final String BEHIND =
            """
            score <= ? AND (score < ? OR reached_at > ? OR reached_at = ? AND member > ?)
            """;

    private final JdbcClient jdbc;

    JdbcStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Standing> page(Ranking ranking, @Nullable Place behind, int limit) {
        if (behind == null) {
            return pageFrom(ranking, 1, limit);
        }
        List<ScoreRow> rows = behind(ranking, behind, limit);
        return rows.isEmpty()
                ? List.of()
                : ranked(ranking, 1 + countAhead(ranking, rows.getFirst().place()), rows);
    }

    @Override
    public List<Standing> pageFrom(Ranking ranking, long position, int limit) {
        return ranked(
                ranking,
                position,
                jdbc.sql(
                                """
                                SELECT member, score, reached_at FROM %s
                                ORDER BY score DESC, reached_at, member OFFSET ? LIMIT ?
                                """
                                        .formatted(scoresOf(ranking)))
                        .params(parametersOf(ranking))
                        .param(position - 1)
                        .param(limit)
                        .query(ScoreRow::read)
                        .list());
    }

    @Override
    public Optional<Standing> of(Ranking ranking, String member) {
        return around(ranking, member, 0).map(Vicinity::own);
    }

    @Override
    public Optional<Vicinity> around(Ranking ranking, String member, int neighbours) {
        return row(ranking, member)
                .map(own -> {
                    Place place = own.place();
                    List<ScoreRow> rows =
                            new ArrayList<>(ahead(ranking, place, neighbours).reversed());
                    int index = rows.size();
                    rows.add(own);
                    rows.addAll(behind(ranking, place, neighbours));
                    List<Standing> around =
                            ranked(ranking, 1 + countAhead(ranking, place) - index, rows);
                    return new Vicinity(around.get(index), around, size(ranking));
                });
    }

    @Override
    public List<Standing> among(Ranking ranking, Collection<String> members) {
        List<ScoreRow> rows =
                jdbc.sql(
                                """
                                SELECT member, score, reached_at FROM %s AND member = ANY (?)
                                ORDER BY score DESC, reached_at, member
                                """
                                        .formatted(scoresOf(ranking)))
                        .params(parametersOf(ranking))
                        .param(members.toArray(String[]::new))
                        .query(ScoreRow::read)
                        .list();
        return switch (ranking.ties()) {
            case FIRST_TO_REACH -> ordered(1, rows);
            case SHARED -> rows.isEmpty() ? List.of() : shared(1, 1, rows);
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

    private long size(Ranking ranking) {
        return jdbc.sql("SELECT count(*) FROM " + scoresOf(ranking))
                .params(parametersOf(ranking))
                .query(Long.class)
                .single();
    }

    private long countHigher(Ranking ranking, long score) {
        return jdbc.sql("SELECT count(*) FROM %s AND score > ?".formatted(scoresOf(ranking)))
                .params(parametersOf(ranking))
                .param(score)
                .query(Long.class)
                .single();
    }

    private Optional<ScoreRow> row(Ranking ranking, String member) {
        return jdbc.sql(
                        """
                        SELECT member, score, reached_at FROM %s AND member = ?
                        """
                                .formatted(scoresOf(ranking)))
                .params(parametersOf(ranking))
                .param(member)
                .query(ScoreRow::read)
                .optional();
    }

    private long countAhead(Ranking ranking, Place place) {
        return jdbc.sql("SELECT count(*) FROM %s AND %s".formatted(scoresOf(ranking), AHEAD))
                .params(parametersOf(ranking))
                .params(parametersOf(place))
                .query(Long.class)
                .single();
    }

    private List<ScoreRow> behind(Ranking ranking, Place place, int limit) {
        return jdbc.sql(
                        """
                        SELECT member, score, reached_at FROM %s AND %s
                        ORDER BY score DESC, reached_at, member LIMIT ?
                        """
                                .formatted(scoresOf(ranking), BEHIND))
                .params(parametersOf(ranking))
                .params(parametersOf(place))
                .param(limit)
                .query(ScoreRow::read)
                .list();
    }

    /** Nearest first. */
    private List<ScoreRow> ahead(Ranking ranking, Place place, int limit) {
        return jdbc.sql(
                        """
                        SELECT member, score, reached_at FROM %s AND %s
                        ORDER BY score, reached_at DESC, member DESC LIMIT ?
                        """
                                .formatted(scoresOf(ranking), AHEAD))
                .params(parametersOf(ranking))
                .params(parametersOf(place))
                .param(limit)
                .query(ScoreRow::read)
                .list();
    }

    private static String scoresOf(Ranking ranking) {
        return ranking.seal() == null ? LIVE : SEALED;
    }

    private static List<Object> parametersOf(Ranking ranking) {
        Integer seal = ranking.seal();
        Book book = ranking.book();
        return seal == null
                ? List.of(
                        book.program(),
                        book.wallet(),
                        ranking.period().name(),
                        book.byTeam(),
                        book.audience().word())
                : List.of(seal);
    }

    private static List<Object> parametersOf(Place place) {
        var reachedAt = place.reachedAt();
        // The driver writes the greatest possible time as 'infinity'.
        OffsetDateTime time =
                reachedAt == null ? OffsetDateTime.MAX : reachedAt.atOffset(ZoneOffset.UTC);
        return List.of(place.score(), place.score(), time, time, place.member());
    }

    /** Rows that follow one another, the first of them at a position. */
    private List<Standing> ranked(Ranking ranking, long position, List<ScoreRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        return switch (ranking.ties()) {
            case FIRST_TO_REACH -> ordered(position, rows);
            case SHARED ->
                    shared(1 + countHigher(ranking, rows.getFirst().score()), position, rows);
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
