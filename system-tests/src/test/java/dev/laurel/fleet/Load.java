package dev.laurel.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.cli.platform.PlatformClient;
import dev.laurel.cli.replay.Replay;
import dev.laurel.cli.replay.ReplayResult;
import dev.laurel.cli.replay.ReplaySettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Events posted at a steady pace through two gateways, half of the members through each. */
final class Load {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int CONCURRENCY = 2;

    private final List<URI> gateways;
    private final double perSecond;
    private final AtomicLong answered = new AtomicLong();

    Load(List<URI> gateways, double perSecond) {
        this.gateways = List.copyOf(gateways);
        this.perSecond = perSecond;
    }

    /** How many events have been answered for so far. */
    long answered() {
        return answered.get();
    }

    /**
     * Posts events, again and again while a gateway does not answer, and returns once all have been
     * accepted.
     */
    CompletableFuture<Void> post(String program, List<String> events) {
        return CompletableFuture.runAsync(
                () -> {
                    List<CompletableFuture<Void>> halves = new ArrayList<>();
                    for (int half = 0; half < gateways.size(); half++) {
                        List<String> share = share(events, half);
                        URI gateway = gateways.get(half);
                        halves.add(
                                CompletableFuture.runAsync(
                                        () -> post(gateway, program, share),
                                        Thread::startVirtualThread));
                    }
                    halves.forEach(CompletableFuture::join);
                },
                Thread::startVirtualThread);
    }

    private List<String> share(List<String> events, int half) {
        return events.stream()
                .filter(event ->
                        Math.floorMod(Events.subject(event).hashCode() / 7, gateways.size())
                                == half)
                .toList();
    }

    private void post(URI gateway, String program, List<String> events) {
        ReplaySettings settings = new ReplaySettings(program, true, CONCURRENCY, PATIENCE);
        AtomicLong before = new AtomicLong();
        try (PlatformClient client = new PlatformClient(gateway)) {
            ReplayResult result =
                    new Replay(
                                    client,
                                    settings,
                                    (done, _) -> answered.addAndGet(done - before.getAndSet(done)))
                            .send(new Paced(events, perSecond / gateways.size()));
            assertThat(result.byReason()).isEmpty();
            assertThat(result.accepted()).isEqualTo(events.size());
        } catch (IOException e) {
            throw new AssertionError("Expected events in memory to be readable.", e);
        }
    }

    /** Lines that can be read no faster than at a pace. */
    private static final class Paced extends InputStream {

        private final List<String> lines;
        private final double perSecond;
        private final long start = System.nanoTime();
        private int next;
        private byte[] line = {};
        private int at;

        private Paced(List<String> lines, double perSecond) {
            this.lines = lines;
            this.perSecond = perSecond;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (at == line.length) {
                if (next == lines.size()) {
                    return -1;
                }
                long due = start + (long) (next / perSecond * 1e9);
                LockSupport.parkNanos(due - System.nanoTime());
                line = Events.bytes(lines.get(next) + "\n");
                next++;
                at = 0;
            }
            int count = Math.min(length, line.length - at);
            System.arraycopy(line, at, buffer, offset, count);
            at += count;
            return count;
        }
    }
}
