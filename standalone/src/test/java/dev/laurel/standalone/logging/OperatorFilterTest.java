package dev.laurel.standalone.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.api.Test;

class OperatorFilterTest {

    private final OperatorFilter filter = new OperatorFilter();

    @Test
    void showsWhatLaurelWarnsAbout() {
        assertThat(decide("dev.laurel.scoring.Ledger", Level.WARN)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(decide("dev.laurel.scoring.Ledger", Level.INFO)).isEqualTo(FilterReply.DENY);
    }

    @Test
    void showsWhatFailsInFrameworksOnly() {
        assertThat(decide("org.apache.kafka.X", Level.ERROR)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(decide("org.apache.kafka.X", Level.WARN)).isEqualTo(FilterReply.DENY);
    }

    @Test
    void showsMoreWhenToldTo() {
        // Given
        filter.setLaurel(Level.INFO);
        filter.setFrameworks(Level.INFO);

        // Then
        assertThat(decide("dev.laurel.scoring.Ledger", Level.INFO)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(decide("org.apache.kafka.X", Level.INFO)).isEqualTo(FilterReply.NEUTRAL);
    }

    private FilterReply decide(String logger, Level level) {
        LoggingEvent event = new LoggingEvent();
        event.setLoggerName(logger);
        event.setLevel(level);
        return filter.decide(event);
    }
}
