package dev.laurel.leaderboards.boards.web;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.ProgramBoards;
import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.boards.Upkeep;
import dev.laurel.leaderboards.scores.Period;
import dev.laurel.leaderboards.seals.Seal;
import dev.laurel.leaderboards.seals.Seals;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what a request names, or answers with the problem. */
@Component
class Lookup {

    private final Upkeep upkeep;
    private final Seals seals;
    private final Clock clock;

    Lookup(Upkeep upkeep, Seals seals, Clock clock) {
        this.seals = seals;
        this.upkeep = upkeep;
        this.clock = clock;
    }

    /** The boards of a program, whose rankings are there when this returns. */
    ProgramBoards program(String program) {
        return upkeep.of(program)
                .orElseThrow(() ->
                        new Problem(
                                CommonProblem.UNKNOWN_PROGRAM,
                                "Expected a published program, but '%s' is none."
                                        .formatted(program)));
    }

    Board board(ProgramBoards boards, String board) {
        return boards.find(board)
                .orElseThrow(() ->
                        new Problem(
                                BoardProblem.UNKNOWN_LEADERBOARD,
                                "Expected one of the boards %s, but it was '%s'."
                                        .formatted(
                                                boards.boards().stream().map(Board::id).toList(),
                                                board)));
    }

    /** The period asked for, or the one that is going on. */
    Period period(ProgramBoards boards, Board board, @Nullable String period) {
        Period current = boards.periodAt(clock.instant(), board);
        return period == null
                ? current
                : board.period(period).orElseThrow(() -> wrongPeriod(board, current, period));
    }

    private static Problem wrongPeriod(Board board, Period current, String period) {
        String message =
                "Expected a period of board '%s' such as %s, but it was '%s'."
                        .formatted(board.id(), board.nameOf(current), period);
        return new Problem(
                CommonProblem.INVALID_PARAMETER,
                message,
                List.of(new Violation("?period", message, "such as " + board.nameOf(current))));
    }

    /** How far the life of a period has come. */
    Life life(String program, ProgramBoards boards, Board board, Period period) {
        Optional<Seal> seal = seals.find(program, board, period);
        if (seal.isPresent()) {
            return new Life.Sealed(seal.get());
        }
        boolean over =
                period.end(boards.zone()).filter(end -> !clock.instant().isBefore(end)).isPresent();
        return over ? new Life.Provisional() : new Life.Live();
    }

    /** What a board compares in a period, as it was sealed if it was. */
    Ranking ranking(String program, Board board, Period period, Life life) {
        Ranking ranking = board.ranking(program, period);
        return switch (life) {
            case Life.Live _, Life.Provisional _ -> ranking;
            case Life.Sealed(Seal seal) -> ranking.under(seal.id(), seal.book(), seal.ties());
        };
    }
}
