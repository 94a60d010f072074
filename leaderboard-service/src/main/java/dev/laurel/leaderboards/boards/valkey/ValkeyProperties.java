package dev.laurel.leaderboards.boards.valkey;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Valkey is and what it is used for.
 *
 * @param url such as {@code redis://valkey:6379}; nothing is kept there without it
 * @param prefix what all keys begin with: two installations must not share one
 * @param from how many places a ranking has at least that is kept there
 * @param trust how far a copy may be behind before PostgreSQL answers
 * @param patience how long Valkey may take for an answer
 */
@ConfigurationProperties("laurel.boards.valkey")
record ValkeyProperties(
        URI url,
        @DefaultValue("laurel") String prefix,
        @DefaultValue("10000") long from,
        @DefaultValue("3s") Duration trust,
        @DefaultValue("1s") Duration patience) {

    ValkeyProperties {
        if (url.getHost() == null || !trust.isPositive() || !patience.isPositive()) {
            throw new IllegalArgumentException(
                    "Expected laurel.boards.valkey with an address and times, but they were '%s', %s and %s."
                            .formatted(url, trust, patience));
        }
    }
}
