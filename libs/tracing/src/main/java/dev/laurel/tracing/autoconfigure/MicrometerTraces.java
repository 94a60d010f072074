package dev.laurel.tracing.autoconfigure;

import dev.laurel.tracing.Step;
import dev.laurel.tracing.TraceContext;
import dev.laurel.tracing.Traces;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;

/** Steps as spans. */
final class MicrometerTraces implements Traces {

    private final Tracer tracer;
    private final Propagator propagator;

    MicrometerTraces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public Step begin(Kind kind, String name, @Nullable String parent) {
        if (parent == null || !TraceContext.isSampled(parent)) {
            return Step.untraced();
        }
        Span span =
                propagator
                        .extract(
                                parent,
                                (context, key) -> TraceContext.HEADER.equals(key) ? context : null)
                        .kind(
                                switch (kind) {
                                    case PRODUCER -> Span.Kind.PRODUCER;
                                    case CONSUMER -> Span.Kind.CONSUMER;
                                    case CLIENT -> Span.Kind.CLIENT;
                                })
                        .name(name)
                        .start();
        return new SpanStep(span, written(span));
    }

    @Override
    public @Nullable String current() {
        Span span = tracer.currentSpan();
        if (span == null || !Boolean.TRUE.equals(span.context().sampled())) {
            return null;
        }
        return written(span);
    }

    private static String written(Span span) {
        return "00-" + span.context().traceId() + "-" + span.context().spanId() + "-01";
    }

    /** A failure without its words: those of a database, or of our own, name members and values. */
    private static final class Unsaid extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unsaid() {
            super("The service's log says what.", null, false, false);
        }
    }

    private record SpanStep(Span span, @Nullable String context) implements Step {

        @Override
        public Step with(String name, String value) {
            span.tag(name, value);
            return this;
        }

        @Override
        public void failed(Throwable cause) {
            span.tag("error.type", cause.getClass().getName());
            span.error(new Unsaid());
        }

        @Override
        public void close() {
            span.end();
        }
    }
}
