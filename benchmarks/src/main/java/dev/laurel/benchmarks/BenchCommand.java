package dev.laurel.benchmarks;

import dev.laurel.benchmarks.boards.BoardsBench;
import dev.laurel.benchmarks.engine.EngineBench;
import dev.laurel.benchmarks.ledger.LedgerBench;
import dev.laurel.benchmarks.platform.Platform;
import dev.laurel.benchmarks.report.Figure;
import dev.laurel.benchmarks.report.Json;
import dev.laurel.benchmarks.report.Machine;
import dev.laurel.benchmarks.report.Report;
import dev.laurel.benchmarks.report.Table;
import dev.laurel.benchmarks.workload.Workload;
import dev.laurel.embedded.DatabaseSettings;
import dev.laurel.embedded.Folders;
import dev.laurel.embedded.LoopbackPorts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./laurel bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures throughput, latency, memory and start-up time of the platform on this machine,",
            "each beside what the machine could do at most, in one run of a few minutes."
        })
public final class BenchCommand implements Callable<Integer> {

    private static final long FEW_POSTINGS = 1_000_000;

    @Option(
            names = "--program",
            paramLabel = "FILE",
            description = "A program for the sample's events, with its id; the sample's without.")
    private @Nullable Path program;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "150000",
            description = "Events per throughput run (default: ${DEFAULT-VALUE}).")
    private int events;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "300000",
            description = "Events before anything is measured (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "250",
            description = "Events per HTTP request (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "4",
            description = "HTTP connections (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--latency-seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "Length of the latency run (default: ${DEFAULT-VALUE}).")
    private int latencySeconds;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Also write the figures there, as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--threads",
            description = "Also print which threads of the platform used the processor.")
    private boolean threads;

    @Option(
            names = "--engine",
            description =
                    "Measure the rules engine alone instead, with JMH, beside Java written by hand and Drools.")
    private boolean engine;

    @Option(
            names = "--boards",
            description =
                    "Measure boards alone instead: one with a million members, in PostgreSQL and in Valkey.")
    private boolean boards;

    @Option(
            names = "--members",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Members on that board (default: ${DEFAULT-VALUE}).")
    private int members;

    @Option(
            names = "--ledger",
            description =
                    "Measure the ledger alone instead, with a million postings and with as many as --postings says.")
    private boolean ledger;

    @Option(
            names = "--postings",
            paramLabel = "N",
            defaultValue = "50000000",
            description =
                    "Postings of the larger history, which takes about half a gigabyte for each million (default: ${DEFAULT-VALUE}).")
    private long postings;

    @Option(
            names = "--consumers",
            paramLabel = "N",
            defaultValue = "2",
            description =
                    "Batches that the ledger books at the same time (default: ${DEFAULT-VALUE}).")
    private int consumers;

    @Option(
            names = "--database-memory",
            paramLabel = "MIB",
            description =
                    "How many MiB the database of --ledger and --boards keeps its pages in (default: ${DEFAULT-VALUE}).")
    private int databaseMemory = DatabaseSettings.DEFAULT_MEMORY;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Keep histories there and use those that are there already.")
    private @Nullable Path data;

    @Spec private CommandSpec spec;

    /** The launcher passes all its arguments, the command's name included. */
    public static void main(String[] arguments) {
        CommandLine command =
                new CommandLine(new Launcher())
                        .addSubcommand(new BenchCommand())
                        .setExecutionExceptionHandler(BenchCommand::explain);
        System.exit(command.execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path home = Path.of(System.getProperty("laurel.home", ".")).toAbsolutePath();
        Path sample = home.resolve("examples/retail-club");
        if (engine) {
            EngineBench.run(sample, out);
            return 0;
        }
        if (boards) {
            boards(out);
            return 0;
        }
        if (ledger) {
            ledger(out);
            return 0;
        }
        Settings settings =
                new Settings(events, warmUp, batch, connections, latencySeconds, threads);
        Workload workload = Workload.read(sample.resolve("events.ndjson.gz"));
        Path scratch = Files.createTempDirectory("laurel-bench-");
        out.println("Starting the platform in " + scratch + " ...");
        out.flush();
        Report report;
        try (Platform platform =
                Platform.start(home, scratch.resolve("data"), LoopbackPorts.free())) {
            report =
                    new Benchmark(platform, workload, settings, Clock.systemUTC(), out)
                            .run(
                                    program == null ? sample.resolve("program.yaml") : program,
                                    scratch);
        }
        Folders.delete(scratch);
        tell(report, out);
        return 0;
    }

    private void boards(PrintWriter out) throws IOException {
        Path scratch = Files.createTempDirectory("laurel-bench-");
        List<Figure> figures =
                new BoardsBench(members, databaseMemory, Clock.systemUTC(), out)
                        .run(scratch.resolve("data"));
        Folders.delete(scratch);
        Map<String, String> settings =
                Map.of(
                        "Members",
                        "%,d".formatted(members),
                        "Memory of the database",
                        databaseMemory + " MiB");
        tell(new Report(Machine.here(), settings, figures), out);
    }

    private void ledger(PrintWriter out) throws Exception {
        Path scratch = Files.createTempDirectory("laurel-bench-");
        LedgerBench bench = new LedgerBench(consumers, databaseMemory, Clock.systemUTC(), out);
        List<Figure> figures = List.of();
        for (long size : new TreeSet<>(List.of(FEW_POSTINGS, postings))) {
            Path folder = data == null ? scratch : data;
            figures = bench.run(size, folder.resolve("postings-" + size), scratch);
        }
        Folders.delete(scratch);
        Map<String, String> settings =
                Map.of(
                        "Consumers",
                        Integer.toString(consumers),
                        "Memory of the database",
                        databaseMemory + " MiB");
        tell(new Report(Machine.here(), settings, figures), out);
    }

    private void tell(Report report, PrintWriter out) throws IOException {
        out.print(Table.of(report));
        out.flush();
        if (json != null) {
            Files.writeString(json, Json.of(report) + "\n");
        }
    }

    private static int explain(
            Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println("laurel: " + failure.getMessage());
        return 1;
    }

    @Command(name = "laurel", mixinStandardHelpOptions = true)
    private static final class Launcher {}
}
