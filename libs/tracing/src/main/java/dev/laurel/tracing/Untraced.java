package dev.laurel.tracing;

import org.jspecify.annotations.Nullable;

/** What is done for events that nobody traces: nothing. */
final class Untraced {

    static final Step STEP =
            new Step() {
                @Override
                public @Nullable String context() {
                    return null;
                }

                @Override
                public Step with(String name, String value) {
                    return this;
                }

                @Override
                public void failed(Throwable cause) {}

                @Override
                public void close() {}
            };

    static final Traces TRACES =
            new Traces() {
                @Override
                public boolean isOn() {
                    return false;
                }

                @Override
                public Step begin(Kind kind, String name, @Nullable String parent) {
                    return STEP;
                }

                @Override
                public @Nullable String current() {
                    return null;
                }
            };

    private Untraced() {}
}
