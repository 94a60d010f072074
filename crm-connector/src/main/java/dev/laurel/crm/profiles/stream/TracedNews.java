package dev.laurel.crm.profiles.stream;

import dev.laurel.crm.profiles.News;
import dev.laurel.crm.profiles.Part;
import dev.laurel.crm.profiles.backlog.ProfileNews;
import dev.laurel.crm.traces.PendingTraces;
import dev.laurel.crm.traces.PendingTraces.Traced;
import dev.laurel.intake.Received;
import dev.laurel.tracing.TraceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Passes on what records say, and which traces they are of, each once per batch and member. */
@Component
class TracedNews {

    private final ProfileNews news;
    private final PendingTraces traces;

    TracedNews(ProfileNews news, PendingTraces traces) {
        this.news = news;
        this.traces = traces;
    }

    <V, T> void tell(
            Part<T> part, List<Received<V>> batch, Function<Received<V>, News<T>> reading) {
        List<News<T>> told = new ArrayList<>(batch.size());
        Map<List<Object>, Traced> traced = new LinkedHashMap<>();
        for (Received<V> received : batch) {
            News<T> each = reading.apply(received);
            told.add(each);
            if (received.trace() != null) {
                String context = received.trace();
                traced.put(
                        List.of(each.member(), TraceContext.traceOf(context)),
                        new Traced(each.member(), context));
            }
        }
        news.tell(part, told);
        traces.note(List.copyOf(traced.values()));
    }

    /** What some of the records say of another part, whose traces were passed on with the first. */
    <V, T> void tellBesides(
            Part<T> part,
            List<Received<V>> batch,
            Function<Received<V>, Optional<News<T>>> reading) {
        news.tell(part, batch.stream().map(reading).flatMap(Optional::stream).toList());
    }
}
