package dev.laurel.standalone.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work that is done at the same time, each on a thread of its own, and waited for together. */
final class SideBySide implements AutoCloseable {

    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("platform-", 1).factory());
    private final List<Result<?>> results = new ArrayList<>();

    /** What came of one piece of work. */
    static final class Result<T> {

        private final Future<T> future;

        private Result(Future<T> future) {
            this.future = future;
        }

        boolean succeeded() {
            return future.state() == Future.State.SUCCESS;
        }

        /** The result of work that has succeeded. */
        T value() {
            return future.resultNow();
        }

        /**
         * Waits for the result.
         *
         * @throws Exception whatever the work threw
         */
        T get() throws Exception {
            try {
                return future.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }

    /** Starts one piece of work. */
    <T> Result<T> fork(Callable<T> work) {
        Result<T> result = new Result<>(threads.submit(work));
        results.add(result);
        return result;
    }

    /**
     * Waits until everything is done, also when something fails.
     *
     * @throws Exception what the first piece that failed threw
     */
    void join() throws Exception {
        threads.close();
        for (Result<?> result : results) {
            result.get();
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
