package dev.laurel.web.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of every service's HTTP side.
 *
 * @param maxBody the longest request body that is read; more is a 413. At least 1 KB
 */
@ConfigurationProperties("laurel.web")
record WebConventionsProperties(@DefaultValue("1MB") DataSize maxBody) {

    WebConventionsProperties {
        if (maxBody.compareTo(DataSize.ofKilobytes(1)) < 0) {
            throw new IllegalArgumentException(
                    "Expected laurel.web.max-body of at least 1KB, but it was %s."
                            .formatted(maxBody));
        }
    }
}
