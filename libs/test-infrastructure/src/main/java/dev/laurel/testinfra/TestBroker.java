package dev.laurel.testinfra;

/**
 * The broker that all tests of this process share. It has no topics at the start, and tests of
 * several classes see each other's: give programs or members of a test names of their own.
 */
public final class TestBroker {

    private TestBroker() {}

    /** What clients put into {@code bootstrap.servers}; the first call starts the broker. */
    public static String bootstrapServers() {
        return Infrastructure.Shared.INSTANCE.bootstrapServers();
    }
}
