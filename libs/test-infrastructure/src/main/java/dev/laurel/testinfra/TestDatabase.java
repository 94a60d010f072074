package dev.laurel.testinfra;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * An empty database of its own on the server that all tests of this process share.
 *
 * @param jdbcUrl where it is
 * @param username a superuser
 * @param password the user's password
 */
public record TestDatabase(String jdbcUrl, String username, String password) {

    private static final AtomicInteger CREATED = new AtomicInteger();

    /** Creates one; the first call starts the server. */
    public static TestDatabase create() {
        return Infrastructure.Shared.INSTANCE.createDatabase("test" + CREATED.incrementAndGet());
    }
}
