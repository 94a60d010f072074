package dev.laurel.leaderboards.seals.jobs;

import dev.laurel.figures.Figure;
import dev.laurel.figures.FigureSource;
import dev.laurel.leaderboards.boards.Boards;
import dev.laurel.leaderboards.seals.Sealing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * {@code laurel.seals.due.age}: for how many seconds the first board of a program that is due to be
 * sealed has been so, 0 where none is. All instances say the same.
 */
@Component
class SealFigures implements FigureSource {

    private final Boards boards;
    private final Sealing sealing;
    private final Clock clock;

    SealFigures(Boards boards, Sealing sealing, Clock clock) {
        this.boards = boards;
        this.sealing = sealing;
        this.clock = clock;
    }

    @Override
    public List<Figure> read() {
        Instant now = clock.instant();
        return boards.programs().stream()
                .map(program ->
                        new Figure(
                                "laurel.seals.due.age",
                                Map.of("program", program),
                                sealing.dueSince(program)
                                        .map(since -> Duration.between(since, now).toMillis() / 1e3)
                                        .map(age -> Math.max(0, age))
                                        .orElse(0.0)))
                .toList();
    }
}
