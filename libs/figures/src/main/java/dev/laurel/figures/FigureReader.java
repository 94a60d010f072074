package dev.laurel.figures;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Reads the sources on a thread of its own and shows what they said last. */
final class FigureReader implements SmartInitializingSingleton, DisposableBean {

    static final String AGE = "laurel.figures.age";

    private static final Logger log = LoggerFactory.getLogger(FigureReader.class);

    private final List<FigureSource> sources;
    private final MeterRegistry registry;
    private final Duration every;
    private final Map<String, MultiGauge> gauges = new HashMap<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("figures").daemon().factory());
    private volatile long readAt = System.nanoTime();

    FigureReader(List<FigureSource> sources, MeterRegistry registry, Duration every) {
        this.sources = List.copyOf(sources);
        this.registry = registry;
        this.every = every;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!sources.isEmpty()) {
            Gauge.builder(AGE, () -> (System.nanoTime() - readAt) / 1e9)
                    .description("How long ago all figures of this instance were last read")
                    .baseUnit("seconds")
                    .register(registry);
            var _ =
                    thread.scheduleWithFixedDelay(
                            this::read, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }

    private void read() {
        try {
            show(
                    sources.stream()
                            .flatMap(source -> source.read().stream())
                            .collect(Collectors.groupingBy(Figure::name)));
            readAt = System.nanoTime();
        } catch (RuntimeException unreadable) {
            log.debug("The figures are not read this time", unreadable);
        }
    }

    private void show(Map<String, List<Figure>> figures) {
        Set<String> names = new HashSet<>(gauges.keySet());
        names.addAll(figures.keySet());
        for (String name : names) {
            gauges.computeIfAbsent(name, it -> MultiGauge.builder(it).register(registry))
                    .register(
                            figures.getOrDefault(name, List.of()).stream()
                                    .map(FigureReader::row)
                                    .toList(),
                            true);
        }
    }

    private static MultiGauge.Row<?> row(Figure figure) {
        List<Tag> tags =
                figure.tags().entrySet().stream()
                        .map(tag -> Tag.of(tag.getKey(), tag.getValue()))
                        .toList();
        return MultiGauge.Row.of(Tags.of(tags), figure.value());
    }
}
