package dev.laurel.benchmarks;

import dev.laurel.benchmarks.http.Server;
import dev.laurel.benchmarks.latency.LatencyRun;
import dev.laurel.benchmarks.latency.VisibleBalance;
import dev.laurel.benchmarks.limits.BrokerLimit;
import dev.laurel.benchmarks.limits.CopyLimit;
import dev.laurel.benchmarks.platform.MemoryPeak;
import dev.laurel.benchmarks.platform.Platform;
import dev.laurel.benchmarks.platform.ProcessorTime;
import dev.laurel.benchmarks.platform.SampleProgram;
import dev.laurel.benchmarks.platform.ThreadTimes;
import dev.laurel.benchmarks.report.Machine;
import dev.laurel.benchmarks.report.Report;
import dev.laurel.benchmarks.throughput.ConsumerLag;
import dev.laurel.benchmarks.throughput.EventSender;
import dev.laurel.benchmarks.throughput.HttpLoad;
import dev.laurel.benchmarks.throughput.KafkaLoad;
import dev.laurel.benchmarks.throughput.LedgerRows;
import dev.laurel.benchmarks.throughput.Load;
import dev.laurel.benchmarks.throughput.Throughput;
import dev.laurel.benchmarks.throughput.ThroughputRun;
import dev.laurel.benchmarks.workload.Workload;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Measures one running platform, one thing after the other. */
final class Benchmark {

    private static final String PROGRAM = "retail-club";
    private static final String WALLET = "stars";

    /** The run over HTTP, whose rows are copied for the limit. */
    private static final String HTTP = "http";

    private static final double SAMPLES_PER_SECOND = 5;

    private final Platform platform;
    private final Workload workload;
    private final Settings settings;
    private final Clock clock;
    private final PrintWriter out;

    Benchmark(
            Platform platform, Workload workload, Settings settings, Clock clock, PrintWriter out) {
        this.platform = platform;
        this.workload = workload;
        this.settings = settings;
        this.clock = clock;
        this.out = out;
    }

    /**
     * @param program the program's document
     * @param scratch a folder for what is only needed meanwhile
     */
    Report run(Path program, Path scratch)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        String broker = platform.endpoints().bootstrapServers();
        try (Server gateway = new Server(platform.gateway());
                MemoryPeak memory = MemoryPeak.of(platform::processes);
                ConsumerLag lag = new ConsumerLag(broker);
                LedgerRows ledger = new LedgerRows(platform.endpoints().database())) {
            new SampleProgram(gateway, PROGRAM).publish(program);
            EventSender sender = new EventSender(gateway, PROGRAM);
            Load overHttp = new HttpLoad(sender, settings.connections(), settings.batch());
            Load overKafka = new KafkaLoad(broker, PROGRAM, clock);
            ThroughputRun run = new ThroughputRun(ledger, lag);

            say("Warming up ...");
            run.run(overHttp, workload.events("warm", settings.warmUp()));
            lag.awaitZeroEverywhere();

            say("Sending events over HTTP ...");
            ThreadTimes threadsBefore = platform.threadTimes();
            ProcessorTime before = platform.processorTime();
            Throughput throughHttp = run.run(overHttp, workload.events(HTTP, settings.events()));
            ProcessorTime processorTime = platform.processorTime().since(before);
            sayThreads(threadsBefore);
            lag.awaitZeroEverywhere();

            say("Sending events over Kafka ...");
            Throughput throughKafka =
                    run.run(overKafka, workload.events("kafka", settings.events()));
            lag.awaitZeroEverywhere();

            say("Sending events at half the rate ...");
            LatencyRun.Outcome halfLoaded =
                    latency(gateway, sender, throughHttp.rate() / 2, settings.batch());
            lag.awaitZeroEverywhere();
            say("Sending single events at an eighth of the rate ...");
            LatencyRun.Outcome singles = latency(gateway, sender, throughHttp.rate() / 8, 1);
            lag.awaitZeroEverywhere();
            long peak = memory.bytes();

            say("Measuring the limits ...");
            Findings findings =
                    new Findings(
                            platform.startUp(),
                            throughHttp,
                            processorTime,
                            throughKafka,
                            List.of(halfLoaded, singles),
                            peak,
                            new CopyLimit(platform.endpoints().database(), scratch).measure(HTTP),
                            new BrokerLimit(broker, clock)
                                    .measure(PROGRAM, workload.events("limit", settings.events())));
            return new Report(Machine.here(), settings.named(), findings.figures());
        }
    }

    private void sayThreads(ThreadTimes before) throws IOException {
        if (settings.threads()) {
            say("Processor time by threads of the platform's JVM:");
            say(platform.threadTimes().since(before).toString());
        }
    }

    private LatencyRun.Outcome latency(Server gateway, EventSender sender, double rate, int batch) {
        int samples = (int) (settings.latencySeconds() * SAMPLES_PER_SECOND);
        int events = (int) (settings.latencySeconds() * rate) - samples;
        VisibleBalance balance = new VisibleBalance(gateway, PROGRAM, WALLET);
        return new LatencyRun(sender, balance)
                .run(
                        workload.events("latency-" + batch + "-", Math.max(events, samples)),
                        batch,
                        workload.firstPurchases("sample-" + batch, samples),
                        rate);
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
