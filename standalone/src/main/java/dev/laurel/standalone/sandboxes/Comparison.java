package dev.laurel.standalone.sandboxes;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Holds a contact against the member view that the platform's services give together, which is not
 * what the contact was made from.
 *
 * @param fields our names by the CRM's
 * @param view the member
 */
record Comparison(JsonNode fields, JsonNode view) {

    private static final Pattern WALLET = Pattern.compile("wallets[.](.+)[.](available|lifetime)");

    /** Whether all balances and the number of badges are what the view says. */
    boolean isEqual(Map<String, String> contact) {
        Map<String, String> expected = expected();
        return !expected.isEmpty()
                && expected.entrySet().stream()
                        .allMatch(it -> it.getValue().equals(contact.get(it.getKey())));
    }

    private Map<String, String> expected() {
        Map<String, Long> numbers = new HashMap<>();
        for (JsonNode wallet : view.path("wallets")) {
            String name = "wallets." + wallet.path("wallet").asString();
            numbers.put(name + ".available", wallet.path("available").asLong());
            numbers.put(name + ".lifetime", wallet.path("lifetime").asLong());
        }
        numbers.put("badges.count", (long) view.path("badges").size());
        Map<String, String> expected = new HashMap<>();
        fields.properties()
                .forEach(field -> {
                    String ours = field.getValue().asString();
                    Matcher wallet = WALLET.matcher(ours);
                    if (wallet.matches() || ours.equals("badges.count")) {
                        expected.put(field.getKey(), Long.toString(numbers.getOrDefault(ours, 0L)));
                    }
                });
        return expected;
    }
}
