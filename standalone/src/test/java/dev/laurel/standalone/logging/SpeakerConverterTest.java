package dev.laurel.standalone.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SpeakerConverterTest {

    private static final String FRAMEWORK = "org.apache.kafka.clients.Metadata";

    private final SpeakerConverter converter = new SpeakerConverter();

    @Test
    void knowsAServiceByTheLoggersPackage() {
        assertThat(converter.convert(from("dev.laurel.leaderboards.scores.Scores")))
                .isEqualTo("leaderboard-service");
    }

    @Test
    void knowsAServiceByTheThreadThatAFrameworkLogsOn() throws Exception {
        // When
        String speaker = Speaker.as("crm-connector", () -> converter.convert(from(FRAMEWORK)));

        // Then
        assertThat(speaker).isEqualTo("crm-connector");
    }

    @Test
    void knowsAServiceByThreadsThatItsThreadsStarted() throws Exception {
        // Given
        AtomicReference<String> speaker = new AtomicReference<>();

        // When
        Speaker.as(
                "crm-connector",
                () -> {
                    Thread started =
                            Thread.ofPlatform()
                                    .start(() -> speaker.set(converter.convert(from(FRAMEWORK))));
                    started.join();
                    return started;
                });

        // Then
        assertThat(speaker).hasValue("crm-connector");
    }

    @Test
    void leavesTheThreadAsItWas() throws Exception {
        // Given
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        // When
        Speaker.as("crm-connector", () -> "done");

        // Then
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
        assertThat(converter.convert(from(FRAMEWORK))).isEqualTo("laurel");
    }

    private static ILoggingEvent from(String logger) {
        LoggingEvent event = new LoggingEvent();
        event.setLoggerName(logger);
        event.setLevel(Level.INFO);
        event.setLoggerContext(new LoggerContext());
        return event;
    }
}
