package dev.laurel.standalone.demo;

import dev.laurel.cli.platform.PlatformClient;
import dev.laurel.cli.replay.EventFile;
import dev.laurel.cli.replay.ProgressPrinter;
import dev.laurel.cli.replay.Replay;
import dev.laurel.cli.replay.ReplayResult;
import dev.laurel.cli.replay.ReplaySettings;
import dev.laurel.cli.status.Settling;
import dev.laurel.standalone.sandboxes.SandboxedCrms;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Duration;

/**
 * Publishes the sample, replays its events, waits until they are posted, reads the figures, and
 * fills sandboxes in place of CRMs with them.
 */
final class Demo {

    /** Members with a contact in each sandbox. */
    private static final int CONTACTS = 100;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final PlatformClient client;
    private final PrintWriter out;
    private final PrintWriter err;

    Demo(PlatformClient client, PrintWriter out, PrintWriter err) {
        this.client = client;
        this.out = out;
        this.err = err;
    }

    /** What came of the events, without CRMs. */
    Summary run(Sample sample) throws IOException {
        int version = new Publication(client).publish(sample);
        say("Published %s, version %d.".formatted(Sample.NAME, version));
        EventCounts counts = EventCounts.of(sample.events());
        say("Sending a year of a real shop ...");
        long began = System.nanoTime();
        ReplayResult result = replay(sample);
        new Settling(client).await(PATIENCE, err::println);
        Duration settled = Duration.ofNanos(System.nanoTime() - began);
        return new Figures(client).read(version, events(counts, result, settled));
    }

    /** Connects sandboxes in place of CRMs, which have contacts of some members. */
    SandboxedCrms connect(Sample sample) throws IOException {
        say(
                "Filling sandboxes in place of three CRMs, with %d contacts each ..."
                        .formatted(CONTACTS));
        return SandboxedCrms.connect(
                client, Sample.PROGRAM, Customers.first(CONTACTS, sample.events()), PATIENCE);
    }

    /** The figures, once everything is in the sandboxes. */
    Summary with(SandboxedCrms crms, Summary summary) throws IOException {
        return summary.with(crms.settled(PATIENCE));
    }

    private ReplayResult replay(Sample sample) throws IOException {
        try (EventFile events =
                EventFile.open(sample.events().toString(), InputStream.nullInputStream())) {
            ProgressPrinter progress = ProgressPrinter.onStandardError(err, events::fraction);
            try {
                return new Replay(client, settings(), progress).send(events.lines());
            } finally {
                progress.end();
            }
        }
    }

    /** The year is long over, which is no reason to refuse its events. */
    private static ReplaySettings settings() {
        return new ReplaySettings(
                Sample.PROGRAM,
                true,
                ReplaySettings.DEFAULT_CONCURRENCY,
                ReplaySettings.DEFAULT_PATIENCE);
    }

    private static Summary.Events events(
            EventCounts counts, ReplayResult result, Duration settled) {
        return new Summary.Events(
                result.sent(),
                counts.of("purchase"),
                counts.of("return"),
                result.accepted(),
                result.rejected(),
                seconds(result.duration()),
                result.rate(),
                seconds(settled));
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
