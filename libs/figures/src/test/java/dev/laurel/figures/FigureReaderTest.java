package dev.laurel.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FigureReaderTest {

    private static final Duration OFTEN = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void showsWhatIsSaidAndNoMoreWhatIsSaidNoMore() {
        AtomicReference<List<Figure>> said = new AtomicReference<>(List.of(left("a", 7)));
        FigureReader reader = new FigureReader(List.of(said::get), registry, OFTEN);
        reader.afterSingletonsInstantiated();
        try {
            await().atMost(PATIENCE).until(() -> value("a") == 7);

            // When
            said.set(List.of(left("b", 5)));

            // Then
            await().atMost(PATIENCE).until(() -> value("b") == 5);
            assertThat(registry.find("laurel.left").tag("budget", "a").gauge()).isNull();
        } finally {
            reader.destroy();
        }
    }

    @Test
    void keepsWhatWasReadLastWhileNothingCanBeReadAndSaysHowOldItIs() {
        AtomicInteger readings = new AtomicInteger();
        FigureSource failing =
                () -> {
                    if (readings.incrementAndGet() > 1) {
                        throw new IllegalStateException("no database");
                    }
                    return List.of(left("a", 7));
                };
        FigureReader reader = new FigureReader(List.of(failing), registry, OFTEN);
        reader.afterSingletonsInstantiated();
        try {
            // When
            await().atMost(PATIENCE).until(() -> readings.get() > 5);

            // Then
            assertThat(value("a")).isEqualTo(7);
            double age = registry.get(FigureReader.AGE).gauge().value();
            await().atMost(PATIENCE)
                    .until(() -> registry.get(FigureReader.AGE).gauge().value() > age);
        } finally {
            reader.destroy();
        }
    }

    @Test
    void refusesToReadWithoutAPause() {
        assertThatThrownBy(() -> new FiguresProperties(Duration.ZERO))
                .hasMessage("Expected a positive laurel.figures.every, but it was PT0S.");
    }

    private double value(String budget) {
        var gauge = registry.find("laurel.left").tag("budget", budget).gauge();
        return gauge == null ? -1 : gauge.value();
    }

    private static Figure left(String budget, double value) {
        return new Figure("laurel.left", Map.of("budget", budget), value);
    }
}
