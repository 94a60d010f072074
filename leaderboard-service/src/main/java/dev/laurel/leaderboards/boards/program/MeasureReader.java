package dev.laurel.leaderboards.boards.program;

import dev.laurel.leaderboards.boards.Periods;
import dev.laurel.leaderboards.scores.Calendar;
import dev.laurel.leaderboards.scores.Measure;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code of} of a board. */
final class MeasureReader {

    private MeasureReader() {}

    /** A wallet, or what {@link Measure} has a name for; empty for what is not known here. */
    static Optional<String> read(@Nullable Object of, Periods periods) {
        if (of instanceof String wallet) {
            return Optional.of(wallet);
        }
        if (!(of instanceof Map<?, ?> words)) {
            return Optional.empty();
        }
        if (words.get("metric") instanceof String metric) {
            boolean ever = periods.cycles().contains(Calendar.ALL_TIME);
            return Optional.of(ever ? Measure.metric(metric) : Measure.metricByDay(metric));
        }
        if (words.get("streak") instanceof String streak) {
            boolean longest = "longest".equals(words.get("length"));
            return Optional.of(longest ? Measure.longestStreak(streak) : Measure.streak(streak));
        }
        return words.containsKey("badges") ? Optional.of(Measure.BADGES) : Optional.empty();
    }
}
