package dev.laurel.leaderboards.boards;

import dev.laurel.leaderboards.scores.Keeping;
import dev.laurel.leaderboards.scores.Kept;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sees to it that the rankings are kept that boards look at. Safe for concurrent use. */
public final class Upkeep {

    private final Boards boards;
    private final Keeping keeping;
    private final Clock clock;

    /** What this instance knows to be kept: it saves asking the database with every request. */
    private final Map<String, Set<Kept>> known = new ConcurrentHashMap<>();

    private final Map<String, LocalDate> rolled = new ConcurrentHashMap<>();

    public Upkeep(Boards boards, Keeping keeping, Clock clock) {
        this.boards = boards;
        this.keeping = keeping;
        this.clock = clock;
    }

    /** The boards of a program, whose rankings are there and of today when this returns. */
    public Optional<ProgramBoards> of(String program) {
        Optional<ProgramBoards> found = boards.of(program);
        found.ifPresent(each -> {
            keep(program, each.kept(program));
            if (each.roll()) {
                roll(program, each);
            }
        });
        return found;
    }

    /** The boards of a program, whether or not their rankings are there. */
    public Optional<ProgramBoards> published(String program) {
        return boards.of(program);
    }

    /** The first to look after midnight does it, be it a request. */
    private void roll(String program, ProgramBoards found) {
        Instant now = clock.instant();
        LocalDate today = found.dayAt(now);
        if (!today.equals(rolled.get(program))) {
            keeping.roll(program, today, now);
            rolled.put(program, today);
        }
    }

    private void keep(String program, Set<Kept> wanted) {
        if (!known.getOrDefault(program, Set.of()).containsAll(wanted)) {
            keeping.keep(program, wanted, clock.instant());
            known.put(program, wanted);
        }
    }
}
