package dev.laurel.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How to measure.
 *
 * @param events events per throughput run
 * @param warmUp events before anything is measured
 * @param batch events per HTTP request
 * @param connections HTTP connections
 * @param latencySeconds length of the latency run
 * @param threads whether to say which threads used the processor
 */
record Settings(
        int events, int warmUp, int batch, int connections, int latencySeconds, boolean threads) {

    Settings {
        expect("--events", events, 1, 10_000_000);
        expect("--warm-up", warmUp, 0, 10_000_000);
        expect("--batch", batch, 1, 1_000);
        expect("--connections", connections, 1, 1_000);
        expect("--latency-seconds", latencySeconds, 1, 3_600);
    }

    private static void expect(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "Expected %s from %,d to %,d, but got %,d."
                            .formatted(option, least, most, value));
        }
    }

    /** For the report. */
    Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("Events per run", "%,d after %,d to warm up".formatted(events, warmUp));
        named.put("HTTP", "%,d events a request, %d connections".formatted(batch, connections));
        return named;
    }
}
