package dev.laurel.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.cli.CommandFailure;
import dev.laurel.cli.platform.PlatformClient;
import dev.laurel.embedded.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole platform is killed in the middle of a replay, several times, and ends up where an
 * undisturbed one does.
 */
class CrashRecoveryIT {

    private static final int KILLS = 3;

    /** The sample's events up to the middle of May 2011; {@link PlatformIT} has all of it. */
    private static final int EVENTS = 8_000;

    private static final Duration IMPATIENT = Duration.ofSeconds(1);

    private final long seed = Long.getLong("laurel.crash.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final int port = LoopbackPorts.free();

    @TempDir private Path data;

    @Test
    void endsWhereAnUndisturbedRunDoesHoweverOftenItIsKilled() throws Exception {
        // Given
        System.out.println("Killed at points of chance; repeat with -Dlaurel.crash.seed=" + seed);
        SampleEvents events = SampleEvents.read().first(EVENTS);

        // When
        for (int kill = 0; kill < KILLS; kill++) {
            replayAndKill(events);
        }
        PlatformProcess platform = PlatformProcess.start(data, port);
        try (PlatformClient client = new PlatformClient(platform.url())) {
            replay(client, "killed-club", events);
            replay(client, "calm-club", events);

            // Then
            EndState.Database database = platform.database();
            EndState killed = database.endState("killed-club");
            EndState calm = database.endState("calm-club");
            assertThat(killed.balances()).isEqualTo(calm.balances());
            assertThat(killed.badges()).isEqualTo(calm.badges());
            assertThat(killed.scores()).isEqualTo(calm.scores());
            assertThat(killed.balances()).hasSizeGreaterThan(1_000);
            // How many postings credits take depends on which of a member's events came first.
            assertThat(database.issued("killed-club")).isEqualTo(database.issued("calm-club"));
            assertThat(database.sumOverAllAccounts("killed-club")).isZero();
            new Club(client, "killed-club").boardsAreWhatTheLedgerSays();
        } finally {
            assertThat(platform.stop()).isEqualTo(143);
        }
    }

    private static void replay(PlatformClient client, String program, SampleEvents events)
            throws IOException {
        Club club = new Club(client, program);
        club.publish();
        club.replay(events);
    }

    /** Kills after a number of answered events by chance, and a moment later by chance. */
    private void replayAndKill(SampleEvents events) throws Exception {
        long killAfter = random.nextLong(500, events.lines().size() - 500);
        long moment = random.nextLong(1_500);
        System.out.printf("Kill after %,d events and %,d ms%n", killAfter, moment);
        PlatformProcess platform = PlatformProcess.start(data, port);
        CompletableFuture<Void> reached = new CompletableFuture<>();
        CompletableFuture<Void> killed =
                reached.thenRunAsync(
                        () -> kill(platform),
                        CompletableFuture.delayedExecutor(moment, TimeUnit.MILLISECONDS));
        try (PlatformClient client = new PlatformClient(platform.url())) {
            Club club = new Club(client, "killed-club");
            club.publish();
            club.send(
                    events,
                    IMPATIENT,
                    (answered, _) -> {
                        if (answered >= killAfter) {
                            reached.complete(null);
                        }
                    });
        } catch (CommandFailure expected) {
            System.out.println(expected.getMessage());
        } finally {
            reached.complete(null);
            killed.get();
        }
    }

    private static void kill(PlatformProcess platform) {
        try {
            platform.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
