package dev.laurel.leaderboards.scores.jdbc;

import dev.laurel.intake.NotReadyException;
import dev.laurel.leaderboards.scores.Audience;
import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.Cycle;
import dev.laurel.leaderboards.scores.Keeping;
import dev.laurel.leaderboards.scores.Kept;
import dev.laurel.leaderboards.scores.Rolling;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Table {@code kept}. */
@Repository
public class KeptTable implements Keeping {

    private final JdbcClient jdbc;
    private final ProgramLocks locks;
    private final RolledTable rolled;
    private final Backfill backfill;

    KeptTable(JdbcClient jdbc, ProgramLocks locks, RolledTable rolled, Backfill backfill) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.rolled = rolled;
        this.backfill = backfill;
    }

    /**
     * What is kept for programs, as of now: only who shares their locks can rely on it.
     *
     * @throws NotReadyException when there is what this version does not know: whoever counted on
     *     would leave it behind
     */
    public Set<Kept> of(Collection<String> programs) {
        return new HashSet<>(
                jdbc.sql(
                                "SELECT program, wallet, by_team, cycle, audience FROM kept WHERE program = ANY(?)")
                        .param(programs.toArray(String[]::new))
                        .query((row, _) ->
                                new Kept(
                                        new Book(
                                                row.getString("program"),
                                                row.getString("wallet"),
                                                row.getBoolean("by_team"),
                                                new Audience(row.getString("audience"))),
                                        cycle(row.getString("cycle"))))
                        .list());
    }

    private static Cycle cycle(String text) {
        try {
            return Cycle.parse(text);
        } catch (DateTimeException unknown) {
            throw new NotReadyException(
                    "Expected rankings that this version of leaderboard-service can keep, but there are some by '%s': a newer one has been here."
                            .formatted(text),
                    unknown);
        }
    }

    @Override
    @Transactional
    public void keep(String program, Set<Kept> wanted, Instant now) {
        if (of(Set.of(program)).containsAll(wanted)) {
            return;
        }
        locks.alone(program);
        locks.rank(Set.of(program));
        Set<Kept> kept = of(Set.of(program));
        for (Kept each : wanted) {
            if (!kept.contains(each)) {
                keep(each);
                backfill.run(DaysOf.of(each), now);
            }
        }
    }

    @Override
    @Transactional
    public void roll(String program, LocalDate today, Instant now) {
        if (isRolled(program, today)) {
            return;
        }
        locks.alone(program);
        locks.rank(Set.of(program));
        if (isRolled(program, today)) {
            return;
        }
        LocalDate before = rolled.roll(program, today);
        for (Kept each : of(Set.of(program))) {
            if (each.cycle() instanceof Rolling rolling) {
                DaysOf days = DaysOf.of(each);
                backfill.run(
                        before == null
                                ? days
                                : days.of(rolled.leave(each.book(), rolling, before, today)),
                        now);
            }
        }
    }

    private boolean isRolled(String program, LocalDate today) {
        LocalDate known = rolled.of(Set.of(program)).get(program);
        return known != null && !known.isBefore(today);
    }

    private void keep(Kept each) {
        jdbc.sql(
                        "INSERT INTO kept (program, wallet, by_team, cycle, audience) VALUES (?, ?, ?, ?, ?)")
                .param(each.book().program())
                .param(each.book().wallet())
                .param(each.book().byTeam())
                .param(each.cycle().toString())
                .param(each.book().audience().word())
                .update();
    }
}
