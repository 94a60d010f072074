package dev.laurel.crm.connections;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The CRMs that there is a connector for. */
public enum CrmKind {
    SALESFORCE("67.0"),
    HUBSPOT("2026-03"),
    DYNAMICS("9.2");

    private final String version;

    CrmKind(String version) {
        this.version = version;
    }

    /** As callers write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What has to be known to get in. */
    public List<String> credentials() {
        return switch (this) {
            case SALESFORCE -> List.of("clientId", "clientSecret");
            case HUBSPOT -> List.of("serviceKey");
            case DYNAMICS -> List.of("tenantId", "clientId", "clientSecret");
        };
    }

    /**
     * What may be said besides: where tokens are given, for clouds that have a place of their own,
     * and the secret that webhooks are known by.
     */
    public List<String> optionalCredentials() {
        return switch (this) {
            case SALESFORCE -> List.of();
            case HUBSPOT -> List.of(Credentials.WEBHOOK_SECRET);
            case DYNAMICS -> List.of(Credentials.AUTHORITY, Credentials.WEBHOOK_SECRET);
        };
    }

    /** The version of the vendor's interface that is spoken unless another one is asked for. */
    public String defaultVersion() {
        return version;
    }

    public static Optional<CrmKind> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
    }
}
