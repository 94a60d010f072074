package dev.laurel.benchmarks.ledger;

import dev.laurel.benchmarks.report.Figure;
import dev.laurel.contracts.Topics;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.embedded.DatabaseSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** The ledger with little and with much history: {@code ./laurel bench --ledger}. */
public final class LedgerBench {

    private static final int WARM_UP = 60_000;
    private static final int DECISIONS = 120_000;
    private static final int LOTS = 10_000;
    private static final int HOLDS = 5_000;
    private static final int FIRST_HOLDS = 3_000;
    private static final int REPORTS = 15;

    private final int consumers;
    private final int memory;
    private final Clock clock;
    private final PrintWriter out;
    private final List<Figure> figures = new ArrayList<>();

    /**
     * @param consumers how many batches are booked at the same time
     * @param memory MiB that the database keeps pages in
     */
    public LedgerBench(int consumers, int memory, Clock clock, PrintWriter out) {
        this.consumers = consumers;
        this.memory = memory;
        this.clock = clock;
        this.out = out;
    }

    /**
     * Measures with a history of so many postings.
     *
     * @param data the database, which is durable; one that is there is used with what it has
     * @param scratch for all else
     */
    public List<Figure> run(long postings, Path data, Path scratch)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        History history = new History(postings);
        say("A history of %,d postings ...".formatted(postings));
        try (RunningLedger ledger =
                RunningLedger.start(
                        DatabaseSettings.in(data).withMemory(memory),
                        scratch.resolve("broker-" + postings),
                        consumers,
                        (jdbc, transactions) -> history.make(jdbc, transactions, out))) {
            ledger.publish(History.PROGRAM);
            String with = "with %,d postings".formatted(postings);
            Load load = new Load(clock.instant().toString(), history.members());
            book(ledger, load, with, scratch);
            report(ledger, with);
            hold(ledger, load, with);
        }
        return List.copyOf(figures);
    }

    private void book(RunningLedger ledger, Load load, String with, Path scratch)
            throws InterruptedException, ExecutionException, SQLException, IOException {
        say("%,d decisions of two postings onto the topic ...".formatted(WARM_UP + DECISIONS));
        send(ledger, load.next(WARM_UP + DECISIONS));
        Instant since = clock.instant().truncatedTo(ChronoUnit.MICROS);
        say("Booking ...");
        ledger.read();
        long started = ledger.await(WARM_UP);
        long before = ledger.committed();
        long ended = ledger.await(WARM_UP + DECISIONS);
        double booked =
                (WARM_UP + DECISIONS - before)
                        * Load.POSTINGS_OF_A_DECISION
                        / ((ended - started) / 1e9);
        say("Copying the same rows ...");
        ledger.stopTelling();
        double copied = new RawCopy(ledger.source(), scratch).postingsPerSecond(since);
        figures.add(
                new Figure(
                        "From the topic to the commit, " + with,
                        booked,
                        "postings/s",
                        List.of(new Figure.Limit("COPY the same rows", copied))));
    }

    private void report(RunningLedger ledger, String with)
            throws IOException, InterruptedException {
        say("Reports ...");
        String noon = "2025-07-01T12:34:56Z";
        String path = "/v1/programs/" + History.PROGRAM + "/ledger/liability?at=" + noon;
        figures.addAll(
                timed(
                        "Liability as of an instant, what we knew then, " + with,
                        REPORTS,
                        0,
                        _ -> ledger.get(path + "&known=" + noon)));
        figures.addAll(
                timed(
                        "Liability as of an instant, what we know now, " + with,
                        REPORTS,
                        0,
                        _ -> ledger.get(path)));
    }

    private void hold(RunningLedger ledger, Load load, String with)
            throws InterruptedException, ExecutionException, IOException {
        say("%,d lots of one member ...".formatted(LOTS));
        long before = ledger.committed();
        send(ledger, load.lots(LOTS));
        ledger.await(before + LOTS);
        say("%,d holds ...".formatted(HOLDS));
        String run = clock.instant().toString();
        String path = "/v1/programs/%s/members/%s/holds".formatted(History.PROGRAM, Load.COLLECTOR);
        SingleCommits commits = new SingleCommits(ledger.source());
        figures.addAll(
                timed(
                        "Limit: one row added and committed, " + with,
                        HOLDS,
                        FIRST_HOLDS,
                        commits::add));
        figures.addAll(
                timed(
                        "A hold of a member with %,d lots over HTTP, ".formatted(LOTS) + with,
                        HOLDS,
                        FIRST_HOLDS,
                        i ->
                                ledger.post(
                                        path,
                                        run + i,
                                        "{\"wallet\":\"stars\",\"points\":%d}"
                                                .formatted(i % 2 == 0 ? 20 : 120))));
    }

    @FunctionalInterface
    private interface Request {
        Object send(int number) throws IOException, InterruptedException;
    }

    /** Of fewer than a hundred requests the longest stands for the slowest hundredth. */
    private static List<Figure> timed(String name, int number, int warmUp, Request request)
            throws IOException, InterruptedException {
        double[] millis = new double[number];
        for (int i = 0; i < number; i++) {
            long start = System.nanoTime();
            request.send(i);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        double[] sorted = Arrays.copyOfRange(millis, warmUp, number);
        Arrays.sort(sorted);
        return List.of(
                Figure.of(name + ", median", at(sorted, 50), "ms"),
                Figure.of(
                        name + (sorted.length < 100 ? ", longest" : ", p99"),
                        at(sorted, 99),
                        "ms"));
    }

    private static double at(double[] sorted, int percent) {
        return sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1];
    }

    private static void send(RunningLedger ledger, Stream<Decision> decisions)
            throws InterruptedException, ExecutionException {
        ledger.send(
                Topics.DECISIONS.name(),
                decisions,
                decision -> decision.program() + "/" + decision.member(),
                decision -> decision);
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
