package dev.laurel.leaderboards.boards.valkey;

import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.boards.Standings;
import dev.laurel.leaderboards.roster.Entrant;
import dev.laurel.leaderboards.roster.Roster;
import dev.laurel.leaderboards.scores.Posting;
import dev.laurel.leaderboards.scores.Scores;
import dev.laurel.leaderboards.scores.jdbc.ProgramLocks;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import redis.clients.jedis.UnifiedJedis;

/** Boards with copies that are brought up when a test says so. */
abstract class CopiedBoards extends RunningLeaderboardService {

    protected static final UnifiedJedis VALKEY =
            Connections.to(TestValkey.url(), Duration.ofSeconds(60));

    @Autowired protected Standings database;
    @Autowired protected JdbcClient jdbc;
    @Autowired protected PlatformTransactionManager transactions;
    @Autowired protected DataSource source;
    @Autowired protected ProgramLocks locks;
    @Autowired private Scores scores;
    @Autowired private Roster roster;

    protected final AtomicLong nanoTime = new AtomicLong();
    protected CopyTable copies;
    protected Feed feed;
    protected Trust trust;

    @BeforeEach
    void connect() {
        // What other tests have copied is none of this one's business.
        jdbc.sql("DELETE FROM hot").update();
        jdbc.sql("DELETE FROM changed_score").update();
        copies = new CopyTable(jdbc, "test");
        feed = new Feed(jdbc, new TransactionTemplate(transactions), copies, VALKEY);
        trust = new Trust(jdbc, copies, Duration.ofSeconds(60), nanoTime::get);
    }

    /** Copies all rankings of a program; nothing falls back on PostgreSQL. */
    protected final Standings copied(String program) {
        rebuild(program);
        bringUp();
        return copiesOr(refusing());
    }

    protected final Standings copiesOr(Standings other) {
        return new CopiedStandings(other, trust, new CopyReader(VALKEY));
    }

    protected final void rebuild(String program) {
        Rebuild rebuild = new Rebuild(source, transactions, locks, copies, VALKEY);
        jdbc.sql("SELECT id FROM ranking WHERE program = ?")
                .param(program)
                .query(Integer.class)
                .list()
                .forEach(ranking -> rebuild.run(program, ranking));
    }

    protected final void bringUp() {
        boolean more = true;
        while (more) {
            more = feed.run();
        }
        trust.refresh();
    }

    protected final void count(List<Posting> postings) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> scores.count(postings));
    }

    protected final void enter(List<Entrant> entrants) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> roster.enter(entrants));
    }

    /** Answers nothing at all. */
    protected static Standings refusing() {
        return (Standings)
                Proxy.newProxyInstance(
                        Standings.class.getClassLoader(),
                        new Class<?>[] {Standings.class},
                        (_, method, _) -> {
                            throw new AssertionError(
                                    "Expected Valkey to answer, but PostgreSQL was asked: "
                                            + method.getName());
                        });
    }
}
