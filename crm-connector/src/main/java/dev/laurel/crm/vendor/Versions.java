package dev.laurel.crm.vendor;

import dev.laurel.crm.connections.CrmKind;
import java.util.Set;
import java.util.TreeSet;

/** The versions of the vendors' interfaces that are spoken here. */
public final class Versions {

    /** Each of which has paths of its own. */
    public static final Set<String> HUBSPOT = Set.of("v3", "2026-03", "2026-09");

    private static final String NUMBER = "[1-9][0-9]{0,2}\\.[0-9]";

    private Versions() {}

    public static boolean isKnown(CrmKind kind, String version) {
        return switch (kind) {
            case HUBSPOT -> HUBSPOT.contains(version);
            case SALESFORCE, DYNAMICS -> version.matches(NUMBER);
        };
    }

    /** What would have been right. */
    public static String expected(CrmKind kind) {
        return switch (kind) {
            case HUBSPOT -> "one of " + String.join(", ", new TreeSet<>(HUBSPOT));
            case SALESFORCE, DYNAMICS -> "a version such as " + kind.defaultVersion();
        };
    }
}
