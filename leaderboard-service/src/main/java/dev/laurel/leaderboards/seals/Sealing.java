package dev.laurel.leaderboards.seals;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.ProgramBoards;
import dev.laurel.leaderboards.boards.Upkeep;
import dev.laurel.leaderboards.scores.Period;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Seals boards whose time has come: {@code seal.after} after the period's end, and not before its
 * first score has been there for as long, so that an import of history gets the same time. What was
 * on the ledger by then is counted first. A board with leagues seals its periods in their order:
 * what division somebody is in follows from those before. Any number of instances may do it at the
 * same time.
 */
public final class Sealing {

    private final Upkeep boards;
    private final Seals seals;
    private final Promises promises;
    private final CountedLedger ledger;
    private final Clock clock;

    public Sealing(
            Upkeep boards, Seals seals, Promises promises, CountedLedger ledger, Clock clock) {
        this.boards = boards;
        this.seals = seals;
        this.promises = promises;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Seals what is due of a program.
     *
     * @param counted up to when the ledger was counted
     * @return how many boards this call sealed
     */
    public int run(String program, Instant counted) {
        int sealed = 0;
        Optional<ProgramBoards> found = boards.of(program);
        if (found.isPresent()) {
            promises.keep(program, found.get());
            for (Board board : found.get().boards()) {
                Duration after = board.sealAfter();
                if (after != null) {
                    sealed += run(program, found.get(), board, after, counted);
                }
            }
        }
        return sealed;
    }

    /** Nobody gets a prize that was promised only after the period was over. */
    private boolean seal(String program, Board board, Period period, Instant end) {
        boolean promised = promises.isPromised(program, board, end);
        return seals.seal(
                program, promised ? board : board.withoutPrizes(), period, end, clock.instant());
    }

    /** An instant up to which everything on the ledger is counted, if that is known now. */
    public Optional<Instant> counted() {
        return ledger.upTo(clock.instant());
    }

    private int run(
            String program, ProgramBoards boards, Board board, Duration after, Instant counted) {
        int sealed = 0;
        for (Unsealed each : seals.unsealed(program, board)) {
            Optional<Instant> end = each.period().end(boards.zone());
            if (end.isPresent()) {
                boolean due = !counted.isBefore(dueAt(each, end.get(), after));
                if (due && seal(program, board, each.period(), end.get())) {
                    sealed++;
                }
                if (!due && board.divisions() != null) {
                    break;
                }
            }
        }
        return sealed;
    }

    private static Instant dueAt(Unsealed unsealed, Instant end, Duration after) {
        return (unsealed.since().isAfter(end) ? unsealed.since() : end).plus(after);
    }

    /**
     * Since when a board of a program could have been sealed that is not, of several the first;
     * empty where none is due. Of a program whose rankings can't be kept here, and so not be
     * sealed, as well.
     */
    public Optional<Instant> dueSince(String program) {
        Instant now = clock.instant();
        return boards.published(program).stream()
                .flatMap(found ->
                        found.boards().stream().flatMap(board -> dueAt(program, found, board)))
                .filter(at -> !at.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    /** With leagues, only the first of them can be sealed. */
    private Stream<Instant> dueAt(String program, ProgramBoards boards, Board board) {
        Duration after = board.sealAfter();
        return after == null
                ? Stream.empty()
                : seals.unsealed(program, board).stream()
                        .limit(board.divisions() == null ? Long.MAX_VALUE : 1)
                        .flatMap(each ->
                                each.period().end(boards.zone()).stream()
                                        .map(end -> dueAt(each, end, after)));
    }
}
