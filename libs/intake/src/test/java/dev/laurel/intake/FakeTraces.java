package dev.laurel.intake;

import dev.laurel.tracing.Step;
import dev.laurel.tracing.Traces;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps with contexts that are counted. */
final class FakeTraces implements Traces {

    static final String KEPT = context(0);

    private final List<String> open = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private int begun;

    /** That of the n-th step that was begun. */
    static String context(int nth) {
        return "00-4bf92f3577b34da6a3ce929d0e0e4736-%016x-01".formatted(nth + 1);
    }

    /** The names of those that have not ended. */
    List<String> open() {
        return List.copyOf(open);
    }

    /** What steps have failed of. */
    List<String> failed() {
        return List.copyOf(failed);
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public @Nullable String current() {
        return null;
    }

    @Override
    public Step begin(Kind kind, String name, @Nullable String parent) {
        begun++;
        open.add(name);
        String context = context(begun);
        return new Step() {
            @Override
            public String context() {
                return context;
            }

            @Override
            public Step with(String key, String value) {
                if (key.equals("error.type")) {
                    failed.add(value);
                }
                return this;
            }

            @Override
            public void failed(Throwable cause) {
                failed.add(String.valueOf(cause.getMessage()));
            }

            @Override
            public void close() {
                open.remove(name);
            }
        };
    }
}
