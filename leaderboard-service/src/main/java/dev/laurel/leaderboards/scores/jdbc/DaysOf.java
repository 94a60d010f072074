package dev.laurel.leaderboards.scores.jdbc;

import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.Calendar;
import dev.laurel.leaderboards.scores.Cycle;
import dev.laurel.leaderboards.scores.Kept;
import dev.laurel.leaderboards.scores.Season;
import java.util.List;

/**
 * The days of a book, each with the period that it is in.
 *
 * @param sql a query for program, wallet, by_team, period, member, score and reached_at
 * @param parameters what it asks for
 */
public record DaysOf(String sql, List<Object> parameters) {

    /** Years that four digits can write, see {@link Calendar#periodOf}. */
    private static final String WRITABLE = "d.day BETWEEN '0001-01-01' AND '9998-12-31'";

    public DaysOf {
        parameters = List.copyOf(parameters);
    }

    public static DaysOf of(Kept kept) {
        Book book = kept.book();
        return new DaysOf(
                """
                SELECT b.program, b.wallet, b.by_team, %s AS period, d.member, d.score, d.reached_at
                FROM daily d JOIN book b ON b.id = d.book
                WHERE b.program = ? AND b.wallet = ? AND b.by_team = ? AND %s
                """
                        .formatted(periodOf(kept.cycle()), whereabouts(kept.cycle())),
                List.of(book.program(), book.wallet(), book.byTeam()));
    }

    /** A query for what the days of each period and member come to. */
    public String sums() {
        return """
        SELECT program, wallet, by_team, period, member, sum(score) AS score,
               coalesce(max(reached_at) FILTER (WHERE reached_at < 'infinity'), 'infinity')
                   AS reached_at
        FROM (%s) AS days
        GROUP BY program, wallet, by_team, period, member
        """
                .formatted(sql);
    }

    /** {@link dev.laurel.leaderboards.scores.Period#name()} of column {@code d.day}. */
    private static String periodOf(Cycle cycle) {
        return switch (cycle) {
            case Season season -> "'" + season + "'";
            case Calendar calendar ->
                    switch (calendar) {
                        case ALL_TIME -> "'all-time'";
                        case DAY -> "to_char(d.day, 'YYYY-MM-DD')";
                        case WEEK -> "to_char(d.day, 'IYYY-\"W\"IW')";
                        case MONTH -> "to_char(d.day, 'YYYY-MM')";
                        case QUARTER -> "to_char(d.day, 'YYYY-\"Q\"Q')";
                        case YEAR -> "to_char(d.day, 'YYYY')";
                    };
        };
    }

    private static String whereabouts(Cycle cycle) {
        return switch (cycle) {
            case Season season ->
                    "d.day BETWEEN '%s' AND '%s'".formatted(season.first(), season.last());
            case Calendar calendar -> calendar == Calendar.ALL_TIME ? "true" : WRITABLE;
        };
    }
}
