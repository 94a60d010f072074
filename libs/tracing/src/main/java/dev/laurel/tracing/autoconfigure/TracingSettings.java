package dev.laurel.tracing.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is traced, and who gets it.
 *
 * @param rate which part of what comes in is traced, from 0 to 1; with 0 nothing is, not even what
 *     a caller asks for
 * @param endpoint where spans are sent to by OTLP over HTTP, such as {@code
 *     http://collector:4318/v1/traces}; empty for nowhere
 * @param folder where spans are written to, in a file per service; empty for nowhere
 */
@ConfigurationProperties("laurel.tracing")
record TracingSettings(
        @DefaultValue("0") double rate,
        @DefaultValue("") String endpoint,
        @DefaultValue("") String folder) {

    TracingSettings {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException(
                    "Expected laurel.tracing.rate from 0 to 1, but it was %s.".formatted(rate));
        }
    }

    /** Whether anything is to be traced, in a configuration that is not bound yet. */
    static boolean isOn(@Nullable Double rate) {
        return rate != null && rate > 0;
    }
}
