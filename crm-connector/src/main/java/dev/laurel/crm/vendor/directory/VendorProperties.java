package dev.laurel.crm.vendor.directory;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How CRMs are talked to.
 *
 * @param patience how long an answer may take
 * @param plainHttp whether addresses without TLS are allowed: for a sandbox on this machine only
 */
@ConfigurationProperties("laurel.crm.vendors")
public record VendorProperties(
        @DefaultValue("15s") Duration patience, @DefaultValue("false") boolean plainHttp) {

    /** A call has to end before the lease of its connection can. */
    private static final Duration LONGEST = Duration.ofSeconds(16);

    public VendorProperties {
        if (patience.isNegative() || patience.isZero() || patience.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "Expected laurel.crm.vendors.patience above zero and at most %s, but it was %s."
                            .formatted(LONGEST, patience));
        }
    }
}
