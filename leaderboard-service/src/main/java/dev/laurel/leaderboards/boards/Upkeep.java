package dev.laurel.leaderboards.boards;

import dev.laurel.leaderboards.scores.Keeping;
import dev.laurel.leaderboards.scores.Kept;
import java.time.Clock;
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

    public Upkeep(Boards boards, Keeping keeping, Clock clock) {
        this.boards = boards;
        this.keeping = keeping;
        this.clock = clock;
    }

    /** The boards of a program, whose rankings are there when this returns. */
    public Optional<ProgramBoards> of(String program) {
        Optional<ProgramBoards> found = boards.of(program);
        found.ifPresent(each -> keep(program, each.kept(program)));
        return found;
    }

    /** Does the same for all programs, for those whose boards nobody has asked for yet. */
    public void all() {
        boards.programs().forEach(this::of);
    }

    private void keep(String program, Set<Kept> wanted) {
        if (!known.getOrDefault(program, Set.of()).containsAll(wanted)) {
            keeping.keep(program, wanted, clock.instant());
            known.put(program, wanted);
        }
    }
}
