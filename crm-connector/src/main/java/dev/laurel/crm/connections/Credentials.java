package dev.laurel.crm.connections;

import java.util.Map;

/** How to get into a CRM, by the names of {@link CrmKind#credentials}. Never printed. */
public record Credentials(Map<String, String> values) {

    /** Where tokens are given. */
    public static final String AUTHORITY = "authority";

    /** What requests for tokens are signed with: an RSA key as PEM, PKCS #8. */
    public static final String PRIVATE_KEY = "privateKey";

    /** The address of whom signed requests are for. */
    public static final String AUDIENCE = "audience";

    /** What webhooks are signed with, or carry. */
    public static final String WEBHOOK_SECRET = "webhookSecret";

    public Credentials {
        values = Map.copyOf(values);
    }

    public String require(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "Expected credentials with a %s, but there is none.".formatted(name));
        }
        return value;
    }

    /** The value, or another one where there is none. */
    public String get(String name, String usual) {
        return values.getOrDefault(name, usual);
    }

    /** Says which there are, and nothing of what. */
    @Override
    public String toString() {
        return "Credentials" + values.keySet();
    }
}
