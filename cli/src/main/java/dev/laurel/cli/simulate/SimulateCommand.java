package dev.laurel.cli.simulate;

import dev.laurel.cli.CommandFailure;
import dev.laurel.cli.replay.EventFile;
import dev.laurel.cli.validate.SoundProgram;
import dev.laurel.engine.members.Member;
import dev.laurel.simulation.Edition;
import dev.laurel.simulation.Simulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code laurel simulate}. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Shows what a program would have done with events; needs no platform.",
        footer = {
            "",
            "Events are taken as history: none is too late. What the platform would refuse is counted with its reason.",
            "Exit code: 0 when the simulation ran, 1 when it could not, 2 for wrong usage."
        })
public final class SimulateCommand implements Callable<Integer> {

    private static final int BATCH = 1_000;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PROGRAM.yaml", description = "The program, YAML or JSON.")
    private Path program = Path.of("program.yaml");

    @Option(
            names = "--events",
            required = true,
            paramLabel = "FILE",
            description =
                    "CloudEvents in JSON, one per line, plain or .gz; '-' for standard input.")
    private String events = "-";

    @Option(
            names = "--against",
            paramLabel = "OTHER.yaml",
            description = "Another program, such as the live one, to compare with.")
    private @Nullable Path against;

    @Option(
            names = "--members",
            paramLabel = "FILE",
            description =
                    "What is known of members, one JSON object per line: member, timeZone, locale, segments, teams, enrolments, attributes.")
    private @Nullable String members;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Also write everything but single members as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--member-totals",
            paramLabel = "FILE",
            description =
                    "Also write what every member would have: lines of JSON if the name ends in .ndjson, else CSV.")
    private @Nullable Path memberTotals;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many members tables show (${DEFAULT-VALUE}).")
    private int top;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        if (top < 0) {
            throw new ParameterException(
                    command.commandLine(), "Expected --top of at least 0, but it was " + top + ".");
        }
        PrintWriter err = command.commandLine().getErr();
        Edition draft = SoundProgram.read(program, err);
        Edition live = against == null ? null : SoundProgram.read(against, err);
        Map<String, Member> known = members == null ? Map.of() : MembersFile.read(members);
        Simulation simulation =
                live == null ? Simulation.of(draft, known) : Simulation.of(draft, live, known);
        SimulationResult result = run(simulation, draft.program().id(), live != null);
        if (json != null) {
            SimulationJson.write(result, json);
        }
        if (memberTotals != null) {
            MemberTotals.write(result.forecast(), memberTotals);
        }
        PrintWriter out = command.commandLine().getOut();
        new SimulationText(out).print(result);
        out.flush();
        return ExitCode.OK;
    }

    private SimulationResult run(Simulation simulation, String id, boolean compared)
            throws IOException {
        long reading = 0;
        long deciding = 0;
        try (EventFile file = EventFile.open(events, System.in)) {
            EventReader reader = new EventReader(file.lines(), id, Clock.systemUTC().instant());
            List<EventReader.Reading> batch;
            do {
                long start = System.nanoTime();
                batch = read(reader);
                long read = System.nanoTime();
                batch.forEach(line -> decide(simulation, line));
                reading += read - start;
                deciding += System.nanoTime() - read;
            } while (!batch.isEmpty());
        } catch (java.util.zip.ZipException | java.io.EOFException broken) {
            throw new CommandFailure(
                    "Expected a whole file, but '%s' is cut off or damaged: %s."
                            .formatted(events, broken.getMessage()),
                    broken);
        }
        return new SimulationResult(
                simulation.forecast(),
                compared ? simulation.comparison() : null,
                Duration.ofNanos(reading),
                Duration.ofNanos(deciding),
                top);
    }

    private static List<EventReader.Reading> read(EventReader reader) throws IOException {
        List<EventReader.Reading> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH) {
            EventReader.Reading line = reader.next();
            if (line == null) {
                break;
            }
            batch.add(line);
        }
        return batch;
    }

    private static void decide(Simulation simulation, EventReader.Reading line) {
        switch (line) {
            case EventReader.Read(var event) -> simulation.accept(event);
            case EventReader.Refused(String reason) -> simulation.refuse(reason);
        }
    }
}
