package dev.laurel.cli.replay;

import dev.laurel.cli.CommandFailure;
import dev.laurel.cli.platform.PlatformClient;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Sends a stream of events, several requests at a time. */
public final class Replay {

    private static final String BROKEN_LINE = "unreadable-line";

    private final PlatformClient client;
    private final ReplaySettings settings;
    private final ReplayProgress progress;

    /**
     * @param client stays the caller's to close
     */
    public Replay(PlatformClient client, ReplaySettings settings, ReplayProgress progress) {
        this.client = client;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Sends every event and waits for every answer. Events of one member are sent in the order of
     * the file; a batch is sent again while the platform does not answer.
     *
     * @param events newline-delimited CloudEvents in JSON, not compressed
     * @throws CommandFailure when the platform does not answer for too long or refuses everything,
     *     such as for an unknown program; some of the events may have been taken then
     * @throws IOException when the events cannot be read
     */
    public ReplayResult send(InputStream events) throws IOException {
        long start = System.nanoTime();
        Tally tally = new Tally(progress);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Lane> lanes = new ArrayList<>();
            List<Future<Void>> sending = new ArrayList<>();
            for (int i = 0; i < settings.concurrency(); i++) {
                Lane lane = new Lane(new BatchSender(client, settings, tally));
                lanes.add(lane);
                sending.add(threads.submit(lane));
            }
            try {
                fill(events, lanes, sending, tally);
                for (Future<Void> lane : sending) {
                    lane.get();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CommandFailure("Interrupted.", interrupted);
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof CommandFailure failure
                        ? failure
                        : new CommandFailure(
                                "Expected every batch to be sent, but one failed.", failed);
            } finally {
                threads.shutdownNow();
            }
        }
        return tally.result(Duration.ofNanos(System.nanoTime() - start));
    }

    private static void fill(
            InputStream events, List<Lane> lanes, List<Future<Void>> sending, Tally tally)
            throws IOException, InterruptedException {
        LineReader reader = new LineReader(events);
        while (!hasFailed(sending)) {
            try {
                @Nullable EventLine line = reader.next();
                if (line == null) {
                    break;
                }
                int lane = Math.floorMod(line.subject().hashCode(), lanes.size());
                lanes.get(lane).add(line, () -> hasFailed(sending));
            } catch (BrokenLineException broken) {
                tally.rejected(broken.line(), BROKEN_LINE, String.valueOf(broken.getMessage()));
            }
        }
        for (Lane lane : lanes) {
            lane.end(() -> hasFailed(sending));
        }
    }

    private static boolean hasFailed(List<Future<Void>> sending) {
        return sending.stream().anyMatch(lane -> lane.state() == Future.State.FAILED);
    }
}
