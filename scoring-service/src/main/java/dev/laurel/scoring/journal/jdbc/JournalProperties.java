package dev.laurel.scoring.journal.jdbc;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code laurel.journal}.
 *
 * @param slack by how much the clocks of instances and the database may differ: no entry is handed
 *     out before it is that old
 */
@ConfigurationProperties("laurel.journal")
record JournalProperties(@DefaultValue("10s") Duration slack) {

    JournalProperties {
        if (slack.isNegative()) {
            throw new IllegalArgumentException(
                    "Expected laurel.journal.slack of at least 0, but it was %s.".formatted(slack));
        }
    }
}
