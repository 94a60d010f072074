package dev.laurel.crm.inbound;

import java.util.regex.Pattern;

/**
 * What says who a member is. It does not belong into events: they are on topics, which forget
 * nothing at once and which many can read. The same as the member service refuses in attributes.
 */
final class Identity {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final String IN_NUMBERS = "+ ()-./0123456789";
    private static final int FEWEST_DIGITS = 8;

    private Identity() {}

    /** Whether a text has an e-mail address in it, or is a phone number with its country. */
    static boolean isSaidBy(String text) {
        return ADDRESS.matcher(text).find() || isPhone(text.strip());
    }

    private static boolean isPhone(String text) {
        return text.startsWith("+")
                && text.chars().allMatch(it -> IN_NUMBERS.indexOf(it) >= 0)
                && text.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
    }

    /** Why the value of a field is not taken, without the value. */
    static String refusal(String field) {
        return "Expected %s without anything that says who the member is, but it has an e-mail address or a phone number."
                .formatted(field);
    }
}
