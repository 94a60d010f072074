package dev.laurel.crm.connections;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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

    /**
     * What has to be known to get in.
     *
     * @param given names of what is said: a private key of Salesforce stands in place of a secret
     */
    public List<String> credentials(Set<String> given) {
        return switch (this) {
            case SALESFORCE ->
                    given.contains(Credentials.PRIVATE_KEY)
                            ? List.of("clientId", "username", Credentials.PRIVATE_KEY)
                            : List.of("clientId", "clientSecret");
            case HUBSPOT -> List.of("serviceKey");
            case DYNAMICS -> List.of("tenantId", "clientId", "clientSecret");
        };
    }

    /**
     * What may be said besides: where tokens are given or for whom they are asked, for clouds and
     * sandboxes that have a place of their own, and the secret that webhooks are known by.
     */
    public List<String> optionalCredentials(Set<String> given) {
        return switch (this) {
            case SALESFORCE ->
                    given.contains(Credentials.PRIVATE_KEY)
                            ? List.of(Credentials.AUDIENCE)
                            : List.of();
            case HUBSPOT -> List.of(Credentials.WEBHOOK_SECRET);
            case DYNAMICS -> List.of(Credentials.AUTHORITY, Credentials.WEBHOOK_SECRET);
        };
    }

    /** The version of the vendor's interface that is spoken unless another one is asked for. */
    public String defaultVersion() {
        return version;
    }

    /** How many members one of the calls that a quota counts can be for. */
    public int membersPerCall() {
        return switch (this) {
            case SALESFORCE -> 200;
            case HUBSPOT -> 100;
            // Each update of a batch counts.
            case DYNAMICS -> 1;
        };
    }

    public static Optional<CrmKind> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
    }
}
