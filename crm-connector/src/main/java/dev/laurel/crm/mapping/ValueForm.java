package dev.laurel.crm.mapping;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** In which form a value of a CRM is kept; CRMs write most of them as texts. */
public enum ValueForm {
    TEXT,
    NUMBER,
    BOOLEAN,
    /** Several texts: CRMs put semicolons between them. */
    LIST;

    private static final Pattern DECIMAL =
            Pattern.compile("-?[0-9]{1,18}(?:\\.[0-9]{1,18})?(?:E-?[0-9]{1,2})?");

    /** As people write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The value, as JSON has it.
     *
     * @param text what the CRM has, not empty
     * @return nothing when it has not this form
     */
    Optional<Object> read(String text) {
        String stripped = text.strip();
        return switch (this) {
            case TEXT -> Optional.of(text);
            case NUMBER ->
                    DECIMAL.matcher(stripped).matches()
                            ? Optional.of(plain(new BigDecimal(stripped)))
                            : Optional.empty();
            case BOOLEAN ->
                    stripped.equals("true") || stripped.equals("false")
                            ? Optional.of(Boolean.valueOf(stripped))
                            : Optional.empty();
            case LIST -> Optional.of(parts(text));
        };
    }

    private static Object plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        boolean whole = stripped.scale() <= 0 && stripped.precision() - stripped.scale() <= 18;
        return whole ? (Object) stripped.longValueExact() : stripped;
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(";", -1))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }
}
