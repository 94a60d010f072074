package dev.laurel.leaderboards.boards.jdbc;

import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.boards.Standing;
import dev.laurel.leaderboards.boards.Standings;
import dev.laurel.leaderboards.scores.Period;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Standings by index {@code score_order}. Every method sees one state of the scores, so ranks and
 * neighbours fit each other while points come in.
 */
@Repository
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class JdbcStandings implements Standings {

    private static final String RANKING =
            """
            ranking = (SELECT id FROM ranking
                       WHERE program = ? AND wallet = ? AND period = ? AND by_team = ?)
            """;

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
            return ranked(
                    1,
                    jdbc.sql(
                                    """
                                    SELECT member, score, reached_at FROM score WHERE %s
                                    ORDER BY score DESC, reached_at, member LIMIT ?
                                    """
                                            .formatted(RANKING))
                            .params(parametersOf(ranking))
                            .param(limit)
                            .query(ScoreRow::read)
                            .list());
        }
        List<ScoreRow> rows = behind(ranking, behind, limit);
        return rows.isEmpty()
                ? List.of()
                : ranked(1 + countAhead(ranking, rows.getFirst().place()), rows);
    }

    @Override
    public Optional<Standing> of(Ranking ranking, String member) {
        return row(ranking, member).map(row -> row.ranked(1 + countAhead(ranking, row.place())));
    }

    @Override
    public List<Standing> around(Ranking ranking, String member, int neighbours) {
        Optional<ScoreRow> own = row(ranking, member);
        if (own.isEmpty()) {
            return List.of();
        }
        Place place = own.get().place();
        List<ScoreRow> rows = new ArrayList<>(ahead(ranking, place, neighbours).reversed());
        long firstRank = 1 + countAhead(ranking, place) - rows.size();
        rows.add(own.get());
        rows.addAll(behind(ranking, place, neighbours));
        return ranked(firstRank, rows);
    }

    @Override
    public Optional<Period> latestMonth(String program, String wallet, String member) {
        return jdbc.sql(
                        """
                        SELECT r.period FROM ranking r
                        WHERE r.program = ? AND r.wallet = ? AND r.period < 'a' AND NOT r.by_team
                          AND EXISTS (SELECT FROM score s WHERE s.ranking = r.id AND s.member = ?)
                        ORDER BY r.period DESC LIMIT 1
                        """)
                .param(program)
                .param(wallet)
                .param(member)
                .query(String.class)
                .optional()
                .map(Period::parse);
    }

    private Optional<ScoreRow> row(Ranking ranking, String member) {
        return jdbc.sql(
                        """
                        SELECT member, score, reached_at FROM score WHERE %s AND member = ?
                        """
                                .formatted(RANKING))
                .params(parametersOf(ranking))
                .param(member)
                .query(ScoreRow::read)
                .optional();
    }

    private long countAhead(Ranking ranking, Place place) {
        return jdbc.sql("SELECT count(*) FROM score WHERE %s AND %s".formatted(RANKING, AHEAD))
                .params(parametersOf(ranking))
                .params(parametersOf(place))
                .query(Long.class)
                .single();
    }

    private List<ScoreRow> behind(Ranking ranking, Place place, int limit) {
        return jdbc.sql(
                        """
                        SELECT member, score, reached_at FROM score WHERE %s AND %s
                        ORDER BY score DESC, reached_at, member LIMIT ?
                        """
                                .formatted(RANKING, BEHIND))
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
                        SELECT member, score, reached_at FROM score WHERE %s AND %s
                        ORDER BY score, reached_at DESC, member DESC LIMIT ?
                        """
                                .formatted(RANKING, AHEAD))
                .params(parametersOf(ranking))
                .params(parametersOf(place))
                .param(limit)
                .query(ScoreRow::read)
                .list();
    }

    private static List<Object> parametersOf(Ranking ranking) {
        return List.of(
                ranking.program(), ranking.wallet(), ranking.period().toString(), ranking.byTeam());
    }

    private static List<Object> parametersOf(Place place) {
        var reachedAt = place.reachedAt();
        // The driver writes the greatest possible time as 'infinity'.
        OffsetDateTime time =
                reachedAt == null ? OffsetDateTime.MAX : reachedAt.atOffset(ZoneOffset.UTC);
        return List.of(place.score(), place.score(), time, time, place.member());
    }

    private static List<Standing> ranked(long firstRank, List<ScoreRow> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(index -> rows.get(index).ranked(firstRank + index))
                .toList();
    }
}
