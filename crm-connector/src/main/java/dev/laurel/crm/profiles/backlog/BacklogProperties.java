package dev.laurel.crm.profiles.backlog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long news wait.
 *
 * @param rest those of programs without a connection, at most, unless somebody asks for them
 */
@ConfigurationProperties("laurel.crm.backlog")
record BacklogProperties(@DefaultValue("10m") Duration rest) {

    BacklogProperties {
        if (rest.isNegative()) {
            throw new IllegalArgumentException(
                    "Expected laurel.crm.backlog.rest of zero or more, but it was %s."
                            .formatted(rest));
        }
    }
}
