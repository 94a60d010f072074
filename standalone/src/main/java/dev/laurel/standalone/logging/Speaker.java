package dev.laurel.standalone.logging;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Who a thread works for. Threads inherit the context class loader of the thread that starts them,
 * so a loader that adds nothing but a name marks all threads of a service, whoever starts them,
 * without the service knowing.
 */
public final class Speaker {

    private static final String PREFIX = "laurel:";

    private Speaker() {}

    /** Runs something, and every thread that it starts, in the name of somebody. */
    public static <T> T as(String name, Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(new Named(PREFIX + name, before));
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Whom the current thread works for, if anybody. */
    static Optional<String> current() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        while (loader != null) {
            String name = loader.getName();
            if (name != null && name.startsWith(PREFIX)) {
                return Optional.of(name.substring(PREFIX.length()));
            }
            loader = loader.getParent();
        }
        return Optional.empty();
    }

    private static final class Named extends ClassLoader {

        Named(String name, @Nullable ClassLoader parent) {
            super(name, parent);
        }
    }
}
