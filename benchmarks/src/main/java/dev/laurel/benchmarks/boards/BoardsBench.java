package dev.laurel.benchmarks.boards;

import com.zaxxer.hikari.HikariDataSource;
import dev.laurel.benchmarks.report.Figure;
import dev.laurel.embedded.DatabaseSettings;
import dev.laurel.embedded.EmbeddedDatabase;
import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.boards.Standings;
import dev.laurel.leaderboards.boards.Ties;
import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.Calendar;
import dev.laurel.leaderboards.scores.Keeping;
import dev.laurel.leaderboards.scores.Kept;
import dev.laurel.leaderboards.scores.Period;
import dev.laurel.leaderboards.scores.Posting;
import dev.laurel.leaderboards.scores.Scores;
import dev.laurel.leaderboards.scores.jdbc.FenceUpkeep;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One board with many members, in PostgreSQL and in Valkey: {@code ./laurel bench --boards}. */
public final class BoardsBench {

    private static final int BATCH = 5_000;
    private static final int UPDATES = 200_000;
    private static final Book BOOK = new Book(Crowd.PROGRAM, Crowd.WALLET, false);
    private static final Ranking RANKING =
            new Ranking(BOOK, Period.ALL_TIME, Ties.FIRST_TO_REACH, null);

    private final Crowd crowd;
    private final int memory;
    private final Clock clock;
    private final PrintWriter out;
    private final Random random = new Random(2);
    private final List<Figure> figures = new ArrayList<>();

    /**
     * @param members how many are on the board
     * @param memory MiB that the database keeps pages in
     */
    public BoardsBench(int members, int memory, Clock clock, PrintWriter out) {
        this.crowd = new Crowd(members);
        this.memory = memory;
        this.clock = clock;
        this.out = out;
    }

    /**
     * Measures for some minutes.
     *
     * @param folder for the database, which is durable
     */
    public List<Figure> run(Path folder) throws IOException {
        DatabaseSettings settings = DatabaseSettings.in(folder).withMemory(memory);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(settings);
                HikariDataSource source = BoardsContext.connect(database)) {
            try (var context = BoardsContext.start(source, clock, Map.of())) {
                postgresql(context);
            }
            try (BenchValkey valkey = BenchValkey.start();
                    var context = BoardsContext.start(source, clock, valkey.properties())) {
                valkey(context, valkey);
            }
        }
        return List.copyOf(figures);
    }

    private void postgresql(ApplicationContext context) {
        Keeping keeping = context.getBean(Keeping.class);
        FenceUpkeep fences = context.getBean(FenceUpkeep.class);
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        keeping.keep(Crowd.PROGRAM, Set.of(new Kept(BOOK, Calendar.ALL_TIME)), clock.instant());
        say("%,d members get their first points ...".formatted(crowd.size()));
        double filling = rate(crowd.size(), () -> fill(context, fences));
        figures.add(Figure.of("PostgreSQL, first scores", filling, "postings/s"));
        jdbc.sql("VACUUM ANALYZE score").update();
        jdbc.sql("VACUUM ANALYZE fence").update();

        say("%,d updates ...".formatted(UPDATES));
        double updates = rate(UPDATES, () -> update(context, fences));
        Waits bare = Waits.of(() -> row(jdbc));
        figures.add(
                new Figure(
                        "PostgreSQL, updates",
                        updates,
                        "updates/s",
                        List.of(
                                new Figure.Limit(
                                        "update a table of sums alone", bareUpdates(jdbc)))));
        say("Reading from PostgreSQL ...");
        reads("PostgreSQL", context.getBean(Standings.class), "select a row by its key", bare);
        say("Making another ranking out of the days ...");
        double rebuild =
                seconds(() -> {
                    keeping.keep(
                            Crowd.PROGRAM, Set.of(new Kept(BOOK, Calendar.YEAR)), clock.instant());
                    fences.run();
                });
        figures.add(Figure.of("PostgreSQL, rebuild", rebuild, "s"));
        // What is measured next is about one ranking.
        jdbc.sql("DELETE FROM kept WHERE cycle = 'year'").update();
        jdbc.sql("DELETE FROM score WHERE ranking IN (SELECT id FROM ranking WHERE cycle = 'year')")
                .update();
    }

    private void valkey(ApplicationContext context, BenchValkey valkey) {
        FenceUpkeep fences = context.getBean(FenceUpkeep.class);
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        say("Copying to Valkey ...");
        valkey.awaitCopies(1);
        figures.add(
                Figure.of(
                        "Valkey, rebuild after it lost everything",
                        seconds(() -> {
                            valkey.loseEverything();
                            valkey.awaitCopies(1);
                        }),
                        "s"));
        say("Reading from Valkey ...");
        reads(
                "Valkey",
                context.getBean(Standings.class),
                "ask for the size of a sorted set",
                Waits.of(valkey::ask));
        say("%,d updates ...".formatted(UPDATES));
        figures.add(
                Figure.of(
                        "PostgreSQL and Valkey, updates until both have them",
                        rate(
                                UPDATES,
                                () -> {
                                    update(context, fences);
                                    valkey.awaitNothingLeft(jdbc);
                                }),
                        "updates/s"));
    }

    private void reads(String store, Standings standings, String bareName, Waits bare) {
        Supplier<String> someone = crowd::someone;
        figures.addAll(
                Waits.of(() -> standings.of(RANKING, someone.get()))
                        .figures(store + ", exact rank of any member", bareName, bare));
        figures.addAll(
                Waits.of(() -> standings.pageFrom(RANKING, 1, 100))
                        .figures(store + ", top 100", bareName, bare));
        figures.addAll(
                Waits.of(() -> standings.around(RANKING, someone.get(), 3))
                        .figures(store + ", around any member", bareName, bare));
        figures.addAll(
                Waits.of(() -> standings.pageFrom(RANKING, 1 + random.nextInt(crowd.size()), 50))
                        .figures(store + ", 50 places from anywhere", bareName, bare));
    }

    private void fill(ApplicationContext context, FenceUpkeep fences) {
        for (int from = 0; from < crowd.size(); from += BATCH) {
            count(context, crowd.first(from, BATCH));
            if (from % (10 * BATCH) == 0) {
                fences.run();
            }
        }
        fences.run();
    }

    private void update(ApplicationContext context, FenceUpkeep fences) {
        for (int done = 0; done < UPDATES; done += BATCH) {
            count(context, crowd.more(BATCH));
        }
        fences.run();
    }

    private static void count(ApplicationContext context, List<Posting> postings) {
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(_ -> context.getBean(Scores.class).count(postings));
    }

    private void row(JdbcClient jdbc) {
        jdbc.sql("SELECT score FROM score WHERE ranking = 1 AND member = ?")
                .param(crowd.someone())
                .query(Long.class)
                .optional();
    }

    /** The same batches into a table that has one sum for each member and nothing else. */
    private double bareUpdates(JdbcClient jdbc) {
        jdbc.sql("CREATE TABLE bare (member text COLLATE \"C\" PRIMARY KEY, score bigint NOT NULL)")
                .update();
        jdbc.sql("INSERT INTO bare SELECT member, score FROM score").update();
        double rate =
                rate(
                        UPDATES,
                        () -> {
                            for (int done = 0; done < UPDATES; done += BATCH) {
                                bareUpdate(jdbc);
                            }
                        });
        jdbc.sql("DROP TABLE bare").update();
        return rate;
    }

    private void bareUpdate(JdbcClient jdbc) {
        String[] members = new String[BATCH];
        for (int i = 0; i < BATCH; i++) {
            members[i] = crowd.someone();
        }
        jdbc.sql(
                        """
                        UPDATE bare SET score = bare.score + n.n
                        FROM (SELECT member, count(*) AS n FROM unnest(?) AS m (member)
                              GROUP BY member) AS n
                        WHERE bare.member = n.member
                        """)
                .param(members)
                .update();
    }

    private static double rate(int count, Runnable work) {
        return count / seconds(work);
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
