package dev.laurel.cloudevents;

/**
 * How much one request may bring.
 *
 * @param maxEvents events in a batch
 * @param maxDataBytes bytes of one event's data
 */
public record IntakeLimits(int maxEvents, int maxDataBytes) {

    /** 1,000 events of 256 KiB. */
    public static final IntakeLimits DEFAULT = new IntakeLimits(1_000, 256 * 1024);

    public IntakeLimits {
        if (maxEvents < 1 || maxDataBytes < 2) {
            throw new IllegalArgumentException(
                    "Expected limits of at least 1 event and 2 bytes, but they were %d and %d."
                            .formatted(maxEvents, maxDataBytes));
        }
    }
}
