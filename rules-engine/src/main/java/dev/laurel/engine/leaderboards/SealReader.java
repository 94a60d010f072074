package dev.laurel.engine.leaderboards;

import dev.laurel.engine.document.Durations;
import dev.laurel.engine.document.Section;
import java.time.Duration;
import java.util.Set;

/** Judges when a leaderboard's periods are sealed; whoever ranks reads it again. */
final class SealReader {

    private static final Duration LONGEST = Duration.ofDays(366);

    private SealReader() {}

    static void check(Section board, Leaderboard.Period period) {
        Section seal = board.section("seal");
        if (seal == null) {
            return;
        }
        if (!period.ends()) {
            board.problem(
                    "seal",
                    "Expected a board whose periods end, but '%s' never does."
                            .formatted(period.word()));
        }
        seal.words(Set.of("after"), Set.of());
        String text = seal.requiredText("after");
        if (text == null) {
            return;
        }
        Duration after = Durations.read(text);
        if (after == null || after.isNegative() || after.compareTo(LONGEST) > 0) {
            seal.problem(
                    "after",
                    "Expected a duration such as PT48H or P7D, at most P366D, but it was '%s'."
                            .formatted(text));
        }
    }
}
