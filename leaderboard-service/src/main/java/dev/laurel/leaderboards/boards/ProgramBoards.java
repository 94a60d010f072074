package dev.laurel.leaderboards.boards;

import dev.laurel.leaderboards.scores.Kept;
import dev.laurel.leaderboards.scores.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The boards of one program.
 *
 * @param zone the program's time zone, which cuts its periods
 * @param publishedAt when the version that has them so was published
 * @param boards in the program's order
 */
public record ProgramBoards(ZoneId zone, Instant publishedAt, List<Board> boards) {

    public ProgramBoards {
        boards = List.copyOf(boards);
    }

    public Optional<Board> find(String board) {
        return boards.stream().filter(each -> each.id().equals(board)).findFirst();
    }

    /** The rankings that have to be kept for them. */
    public Set<Kept> kept(String program) {
        return boards.stream()
                .flatMap(board -> board.kept(program).stream())
                .collect(Collectors.toSet());
    }

    /** Whether one of them has a period that time moves on. */
    public boolean roll() {
        return boards.stream().anyMatch(board -> board.periods() instanceof Periods.Window);
    }

    /** The day that an instant is in. */
    public LocalDate dayAt(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The period of a board that an instant is in. */
    public Period periodAt(Instant instant, Board board) {
        return board.periodOf(dayAt(instant));
    }
}
