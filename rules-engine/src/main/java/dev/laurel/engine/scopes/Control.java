package dev.laurel.engine.scopes;

import dev.laurel.engine.ids.Draws;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A share of the members who are held out from a mechanic, so that its effect can be measured
 * against them. Who is in it follows from the ids of program, mechanic and member alone: the same
 * members for ever, and others for each mechanic. A larger share contains a smaller one.
 *
 * @param mechanic such as {@code rule:base-earn}
 * @param millionths its size, 1 to 999,999
 */
public record Control(String mechanic, long millionths) {

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,4})?)\\s*%");
    private static final long ALL = 1_000_000;

    /** Reads {@code 10%}, {@code null} where it is none between 0 and 100. */
    static @Nullable Control read(String mechanic, String text) {
        Matcher percent = PERCENT.matcher(text.strip());
        if (!percent.matches()) {
            return null;
        }
        long millionths = new BigDecimal(percent.group(1)).movePointRight(4).longValueExact();
        return millionths == 0 ? null : new Control(mechanic, millionths);
    }

    /** Whether a member of a program is held out. */
    public boolean holdsOut(String program, String member) {
        return Draws.below(ALL, "control", program, mechanic, member) < millionths;
    }

    /** Why somebody is held out, for people. */
    public String reason() {
        BigDecimal percent = BigDecimal.valueOf(millionths, 4).stripTrailingZeros();
        return "Expected a member outside of the control share of %s, but this one is in it for %s."
                .formatted(percent.toPlainString() + " %", mechanic.replace(":", " "));
    }
}
