package dev.laurel.crm.mapping;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field of a CRM with where its value goes.
 *
 * @param source the vendor's name of the field
 * @param name what is known of a member, or of an event's data
 * @param form the form in which it is kept there
 */
public record InboundField(String source, String name, ValueForm form) {

    /** The names that {@link #ofMember} takes, for people. */
    public static final String MEMBER_NAMES =
            "locale, timeZone, team, displayName, segments or attributes.<name>, the last one with"
                    + " \"as number\" or \"as boolean\" behind it where it is one";

    /** The names that {@link #ofData} takes, for people. */
    public static final String DATA_NAMES =
            "a name of letters, digits and underscores, with \"as number\" or \"as boolean\" behind"
                    + " it where it is one";

    private static final Pattern MEMBER =
            Pattern.compile(
                    "(locale|timeZone|team|displayName|segments|attributes\\.[A-Za-z][A-Za-z0-9_]{0,63})"
                            + "(?: as (number|boolean))?");
    private static final Pattern DATA =
            Pattern.compile("([A-Za-z][A-Za-z0-9_]{0,63})(?: as (number|boolean))?");

    /** A field that says something of a member. */
    public static Optional<InboundField> ofMember(String source, String written) {
        return parse(MEMBER, source, written)
                .filter(it -> it.form() == ValueForm.TEXT || it.name().startsWith("attributes."))
                .map(it ->
                        it.name().equals("segments")
                                ? new InboundField(source, it.name(), ValueForm.LIST)
                                : it);
    }

    /** A field that goes into an event's data. */
    public static Optional<InboundField> ofData(String source, String written) {
        return parse(DATA, source, written);
    }

    private static Optional<InboundField> parse(Pattern pattern, String source, String written) {
        Matcher matcher = pattern.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        ValueForm form =
                switch (matcher.group(2)) {
                    case null -> ValueForm.TEXT;
                    case "number" -> ValueForm.NUMBER;
                    default -> ValueForm.BOOLEAN;
                };
        return Optional.of(new InboundField(source, matcher.group(1), form));
    }

    /** As it was parsed. */
    public String written() {
        return switch (form) {
            case TEXT, LIST -> name;
            case NUMBER, BOOLEAN -> name + " as " + form.word();
        };
    }

    /**
     * The value as JSON has it.
     *
     * @param text what the CRM has, not empty
     * @return nothing when it has not the form that was expected
     */
    public Optional<Object> read(String text) {
        return form.read(text);
    }
}
