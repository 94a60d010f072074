package dev.laurel.engine.leaderboards;

import dev.laurel.engine.document.Durations;
import dev.laurel.engine.document.Section;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges the {@code leagues} of a leaderboard; whoever ranks reads them again. */
final class LeaguesReader {

    private static final int MOST_DIVISIONS = 50;
    private static final long SMALLEST = 2;
    private static final long LARGEST = 500;
    private static final String NAME = "[a-zA-Z][a-zA-Z0-9_-]{0,63}";

    private LeaguesReader() {}

    static void check(Section board, Leaderboard.Period period, boolean byTeam) {
        Section leagues = board.section("leagues");
        if (leagues == null) {
            return;
        }
        leagues.words(Set.of("divisions", "size", "promote", "relegate"), Set.of());
        if (byTeam) {
            board.problem(
                    "leagues", "Expected a board of members for leagues, but it ranks teams.");
        }
        seal(board, period);
        divisions(leagues);
        Long size = required(leagues, "size", SMALLEST, LARGEST);
        if (size != null) {
            moves(leagues, size);
        }
    }

    /** Who moves where is decided by the seal, and the next league begins with it. */
    private static void seal(Section board, Leaderboard.Period period) {
        if (!board.has("seal")) {
            board.problem(
                    "leagues",
                    "Expected 'seal' with 'leagues', whose members move when a period is sealed, but there is none.");
            return;
        }
        Duration after =
                board.value("seal") instanceof Map<?, ?> seal
                                && seal.get("after") instanceof String text
                        ? Durations.read(text)
                        : null;
        Duration shortest = shortest(period);
        if (after != null && shortest != null && after.compareTo(shortest) >= 0) {
            board.problem(
                    "leagues",
                    "Expected a board that is sealed within its next period, less than %s after its end, as that is when the next league begins, but it is %s."
                            .formatted(shortest, after));
        }
    }

    private static @Nullable Duration shortest(Leaderboard.Period period) {
        return switch (period) {
            case DAY -> Duration.ofDays(1);
            case WEEK -> Duration.ofDays(7);
            case MONTH -> Duration.ofDays(28);
            case QUARTER -> Duration.ofDays(90);
            case YEAR -> Duration.ofDays(365);
            case SEASON, ALL_TIME, ROLLING -> null;
        };
    }

    private static void divisions(Section leagues) {
        if (!leagues.has("divisions")) {
            leagues.problem("Expected 'divisions', but it is missing.");
            return;
        }
        List<String> names = leagues.texts("divisions");
        if (leagues.value("divisions") instanceof List<?> all
                && (all.size() < 2 || all.size() > MOST_DIVISIONS)) {
            leagues.problem(
                    "divisions",
                    "Expected 2 to %d divisions, from the lowest to the highest, but it was %d."
                            .formatted(MOST_DIVISIONS, all.size()));
        }
        Set<String> taken = new HashSet<>();
        for (String name : names) {
            if (!name.matches(NAME)) {
                leagues.problem(
                        "divisions",
                        "Expected letters, digits, '-' and '_' beginning with a letter, at most 64, but it was '%s'."
                                .formatted(name));
            } else if (!taken.add(name)) {
                leagues.problem(
                        "divisions",
                        "Expected each division once, but '%s' is there twice.".formatted(name));
            }
        }
    }

    private static void moves(Section leagues, long size) {
        Long promote = required(leagues, "promote", 1, size);
        Long relegate = leagues.whole("relegate");
        if (relegate != null && (relegate < 0 || relegate > size)) {
            leagues.problem(
                    "relegate", "Expected 0 to %d, but it was %d.".formatted(size, relegate));
        } else if (promote != null && relegate != null && promote + relegate > size) {
            leagues.problem(
                    "relegate",
                    "Expected at most %d, as a group of %d promotes %d, but it was %d."
                            .formatted(size - promote, size, promote, relegate));
        }
    }

    private static @Nullable Long required(Section leagues, String key, long least, long most) {
        if (!leagues.has(key)) {
            leagues.problem("Expected '%s', but it is missing.".formatted(key));
            return null;
        }
        Long number = leagues.whole(key);
        if (number != null && (number < least || number > most)) {
            leagues.problem(
                    key, "Expected %d to %d, but it was %d.".formatted(least, most, number));
            return null;
        }
        return number;
    }
}
