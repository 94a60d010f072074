package dev.laurel.rules.evaluation.stream;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How events are evaluated.
 *
 * @param stateDir folder of the state stores, on a disk of this machine; what is lost there is
 *     restored from the broker
 * @param threads threads that decide; more than partitions are idle
 * @param commitInterval how long decisions are gathered in one transaction: nobody sees them before
 * @param blockCache memory for what is read from all stores, the write buffers included
 * @param writeBuffers share of it for what is written
 * @param announceEvery how often to look for members who have been silent for long enough
 * @param transactionTimeout after which what a killed process has begun is given up, if it does not
 *     come back with the same folder before: until then nobody reads on behind it. Shorter means
 *     that a machine short of processors loses what it was about to commit, and begins again
 * @param standbys other instances that keep a copy of each state, so that one that takes over need
 *     not restore it
 * @param patience how long to wait for a published program, less than five minutes
 * @param advertised where other instances reach this one
 */
@ConfigurationProperties("laurel.streams")
record EvaluationProperties(
        @DefaultValue("data/streams") Path stateDir,
        @DefaultValue("2") int threads,
        @DefaultValue("100ms") Duration commitInterval,
        @DefaultValue("64MB") DataSize blockCache,
        @DefaultValue("24MB") DataSize writeBuffers,
        @DefaultValue("1m") Duration announceEvery,
        @DefaultValue("60s") Duration transactionTimeout,
        @DefaultValue("0") int standbys,
        @DefaultValue("60s") Duration patience,
        @DefaultValue Advertised advertised) {

    EvaluationProperties {
        expect(threads >= 1, "laurel.streams.threads of at least 1", threads);
        expect(
                commitInterval.isPositive(),
                "a positive laurel.streams.commit-interval",
                commitInterval);
        expect(
                transactionTimeout.toSeconds() >= 1
                        && transactionTimeout.compareTo(Duration.ofMinutes(15)) <= 0,
                "laurel.streams.transaction-timeout from 1s to 15m",
                transactionTimeout);
        expect(standbys >= 0, "laurel.streams.standbys of at least 0", standbys);
        expect(
                writeBuffers.compareTo(blockCache) < 0,
                "laurel.streams.write-buffers below laurel.streams.block-cache",
                writeBuffers);
        expect(
                announceEvery.toMillis() >= 1,
                "laurel.streams.announce-every of at least 1ms",
                announceEvery);
        expect(
                patience.isPositive() && patience.compareTo(Duration.ofMinutes(5)) < 0,
                "laurel.streams.patience of less than five minutes",
                patience);
        expect(
                advertised.port() >= 0 && advertised.port() <= 65_535,
                "laurel.streams.advertised.port from 0 to 65535",
                advertised.port());
    }

    private static void expect(boolean condition, String expected, Object actual) {
        if (!condition) {
            throw new IllegalArgumentException(
                    "Expected %s, but it was %s.".formatted(expected, actual));
        }
    }
}
