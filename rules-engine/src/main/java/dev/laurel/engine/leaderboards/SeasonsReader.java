package dev.laurel.engine.leaderboards;

import dev.laurel.engine.document.Section;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges the {@code seasons} of a leaderboard; whoever ranks reads them again. */
final class SeasonsReader {

    private static final int LAST_YEAR = 9999;

    private SeasonsReader() {}

    static void check(Section board, Leaderboard.Period period) {
        boolean bySeason = period == Leaderboard.Period.SEASON;
        List<Section> seasons = board.sections("seasons");
        if (bySeason && seasons.isEmpty()) {
            board.problem(
                    "Expected at least one of 'seasons' with 'period: season', but there is none.");
        }
        if (!bySeason && board.has("seasons")) {
            board.problem(
                    "seasons",
                    "Expected 'seasons' only with 'period: season', but it is '%s'."
                            .formatted(period.word()));
        }
        Set<String> taken = new HashSet<>();
        for (Section season : seasons) {
            season.words(Set.of("id", "open"), Set.of());
            season.newId(taken);
            days(season);
        }
    }

    private static void days(Section season) {
        String text = season.requiredText("open");
        if (text == null) {
            return;
        }
        String[] ends = text.split("/", -1);
        LocalDate first = ends.length == 2 ? day(ends[0]) : null;
        LocalDate last = ends.length == 2 ? day(ends[1]) : null;
        if (first == null || last == null || last.isBefore(first)) {
            season.problem(
                    "open",
                    "Expected a first and a last day such as 2011-11-01/2011-12-24, but it was '%s'."
                            .formatted(text));
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() >= 0 && day.getYear() <= LAST_YEAR ? day : null;
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
