package dev.laurel.leaderboards.scores.jdbc;

import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.Calendar;
import dev.laurel.leaderboards.scores.Cycle;
import dev.laurel.leaderboards.scores.Kept;
import dev.laurel.leaderboards.scores.Rolling;
import dev.laurel.leaderboards.scores.Season;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The days of those who belong into rankings, each with the period that it is in.
 *
 * @param cycle how time is cut
 * @param sql a query for program, wallet, by_team, audience, period, member, score and reached_at
 * @param parameters what it asks for
 */
public record DaysOf(Cycle cycle, String sql, List<Object> parameters) {

    /** Years that four digits can write, see {@link Calendar#periodOf}. */
    private static final String WRITABLE = "d.day BETWEEN '0001-01-01' AND '9998-12-31'";

    /** Nothing is within the last days of a program that has no day yet. */
    private static final String TODAY = "SELECT today FROM rolled WHERE program = b.program";

    public DaysOf {
        parameters = List.copyOf(parameters);
    }

    /** Those of everybody in some rankings. */
    public static DaysOf of(Kept kept) {
        Book book = kept.book();
        return new DaysOf(
                kept.cycle(),
                """
                SELECT b.program, b.wallet, b.by_team, a.audience, %s AS period, d.member, d.score,
                       d.reached_at
                FROM daily d JOIN book b ON b.id = d.book
                CROSS JOIN (SELECT ?::text) AS a (audience)
                LEFT JOIN profile p
                     ON p.program = b.program AND p.member = d.member AND NOT b.by_team
                WHERE b.program = ? AND b.wallet = ? AND b.by_team = ? AND %s AND %s
                """
                        .formatted(
                                periodOf(kept.cycle()),
                                whereabouts(kept.cycle()),
                                Listed.in("a.audience")),
                List.of(book.audience().word(), book.program(), book.wallet(), book.byTeam()));
    }

    /** Those of some members only. */
    public DaysOf of(Collection<String> members) {
        List<Object> more = new ArrayList<>(parameters);
        more.add(members.toArray(String[]::new));
        return new DaysOf(cycle, sql + " AND d.member = ANY (?)", more);
    }

    /** A query for what the days of each period and member come to. */
    public String sums() {
        return """
        SELECT program, wallet, by_team, audience, period, member, sum(score) AS score,
               coalesce(max(reached_at) FILTER (WHERE reached_at < 'infinity'), 'infinity')
                   AS reached_at
        FROM (%s) AS days
        GROUP BY program, wallet, by_team, audience, period, member
        """
                .formatted(sql);
    }

    /** {@link dev.laurel.leaderboards.scores.Period#name()} of column {@code d.day}. */
    private static String periodOf(Cycle cycle) {
        return switch (cycle) {
            case Season season -> "'" + season + "'";
            case Rolling rolling -> "'" + rolling + "'";
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
            case Rolling rolling ->
                    "d.day <= (%1$s) AND d.day > (%1$s) - %2$d".formatted(TODAY, rolling.days());
            case Calendar calendar -> calendar == Calendar.ALL_TIME ? "true" : WRITABLE;
        };
    }
}
