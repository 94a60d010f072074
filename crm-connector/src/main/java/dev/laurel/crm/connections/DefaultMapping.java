package dev.laurel.crm.connections;

import dev.laurel.crm.mapping.MappedField;
import dev.laurel.crm.mapping.Mapping;
import dev.laurel.crm.mapping.MemberField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The mapping of a connection that says nothing of one: all there is, by names of our own. */
public final class DefaultMapping {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

    private DefaultMapping() {}

    /**
     * The usual mapping.
     *
     * @param wallets of the program
     * @param streaks of the program
     */
    public static Mapping of(CrmKind kind, Collection<String> wallets, Collection<String> streaks) {
        List<MappedField> fields = new ArrayList<>();
        for (String wallet : wallets) {
            add(fields, kind, "wallets.%s.available".formatted(wallet), wallet + " available");
            add(fields, kind, "wallets.%s.lifetime".formatted(wallet), wallet + " lifetime");
        }
        add(fields, kind, "tier", "tier");
        add(fields, kind, "tier.fallsOn", "tier falls on");
        add(fields, kind, "badges.count", "badge count");
        add(fields, kind, "badges.list", "badges");
        add(fields, kind, "badges.latest", "latest badge");
        add(fields, kind, "challenges.active", "active challenges");
        add(fields, kind, "challenges.completed", "completed challenges");
        add(fields, kind, "challenges.list", "challenges");
        for (String streak : streaks) {
            add(fields, kind, "streaks.%s.length".formatted(streak), streak + " streak");
            add(fields, kind, "streaks.%s.endsAt".formatted(streak), streak + " streak ends");
        }
        add(fields, kind, "lastActivity", "last activity");
        add(fields, kind, "revision", "profile version");
        return new Mapping(key(kind), fields);
    }

    /** The field for the member's id. */
    public static String key(CrmKind kind) {
        return target(kind, "member id");
    }

    private static void add(List<MappedField> fields, CrmKind kind, String field, String words) {
        MemberField.parse(field)
                .ifPresent(it -> fields.add(new MappedField(it, target(kind, words))));
    }

    /** The vendor's way of writing names, with our prefix. */
    static String target(CrmKind kind, String words) {
        List<String> parts =
                BETWEEN_WORDS
                        .splitAsStream(words.toLowerCase(Locale.ROOT))
                        .filter(part -> !part.isEmpty())
                        .toList();
        return switch (kind) {
            case HUBSPOT -> "laurel_" + String.join("_", parts);
            case SALESFORCE ->
                    "Laurel_"
                            + String.join("_", parts.stream().map(DefaultMapping::upper).toList())
                            + "__c";
            case DYNAMICS -> "laurel_" + String.join("", parts);
        };
    }

    private static String upper(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
