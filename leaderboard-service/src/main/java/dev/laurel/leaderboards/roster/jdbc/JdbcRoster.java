package dev.laurel.leaderboards.roster.jdbc;

import dev.laurel.leaderboards.roster.Entrant;
import dev.laurel.leaderboards.roster.Roster;
import dev.laurel.leaderboards.scores.Kept;
import dev.laurel.leaderboards.scores.Participant;
import dev.laurel.leaderboards.scores.jdbc.Backfill;
import dev.laurel.leaderboards.scores.jdbc.DaysOf;
import dev.laurel.leaderboards.scores.jdbc.KeptTable;
import dev.laurel.leaderboards.scores.jdbc.Listed;
import dev.laurel.leaderboards.scores.jdbc.ProgramLocks;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Moves rows of {@code score} with the profiles that say where they belong. */
@Repository
class JdbcRoster implements Roster {

    private static final Comparator<Kept> BY_BOOK =
            Comparator.comparing(Kept::book).thenComparing(each -> each.cycle().toString());

    private final JdbcClient jdbc;
    private final ProgramLocks locks;
    private final KeptTable kept;
    private final Backfill backfill;
    private final ProfileTable profiles;
    private final Clock clock;

    JdbcRoster(
            JdbcClient jdbc,
            ProgramLocks locks,
            KeptTable kept,
            Backfill backfill,
            ProfileTable profiles,
            Clock clock) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.kept = kept;
        this.backfill = backfill;
        this.profiles = profiles;
        this.clock = clock;
    }

    @Override
    public void enter(Collection<Entrant> entrants) {
        SortedMap<Participant, Entrant> latest = new TreeMap<>();
        entrants.forEach(each ->
                latest.merge(
                        each.participant(),
                        each,
                        (one, other) -> one.offset() > other.offset() ? one : other));
        Set<String> programs = new TreeSet<>();
        latest.keySet().forEach(participant -> programs.add(participant.program()));
        locks.share(programs);
        profiles.lock(latest.keySet());
        Instant now = clock.instant();
        Map<String, List<String>> changed = profiles.write(latest.values());
        locks.rank(changed.keySet());
        changed.forEach((program, members) -> move(program, members, now));
    }

    @Override
    public Set<String> hidden(String program, Collection<String> members) {
        return profiles.hidden(program, members);
    }

    private void move(String program, List<String> members, Instant now) {
        jdbc.sql(
                        """
                        DELETE FROM score s USING ranking r, profile p
                        WHERE r.id = s.ranking AND r.program = ? AND NOT r.by_team
                          AND s.member = ANY (?)
                          AND p.program = r.program AND p.member = s.member
                          AND NOT (%s)
                        """
                                .formatted(Listed.in("r.audience")))
                .param(program)
                .param(members.toArray(String[]::new))
                .update();
        kept.of(Set.of(program)).stream()
                .filter(each -> !each.book().byTeam())
                .sorted(BY_BOOK)
                .forEach(each -> backfill.run(DaysOf.of(each).of(members), now));
    }
}
