package dev.laurel.engine.leaderboards;

import dev.laurel.engine.document.Section;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges the {@code period} of a board of the last days; whoever ranks reads it again. */
final class WindowReader {

    private static final int MOST_DAYS = 366;
    private static final Pattern WINDOW = Pattern.compile("P([0-9]{1,3})([DW])");

    private WindowReader() {}

    static void check(Section board) {
        Section period = board.section("period");
        if (period == null) {
            return;
        }
        period.words(Set.of("rolling"), Set.of());
        String text = period.requiredText("rolling");
        if (text != null && !isWindow(text)) {
            period.problem(
                    "rolling",
                    "Expected whole days or weeks such as P7D or P4W, P1D to P%dD, but it was '%s'."
                            .formatted(MOST_DAYS, text));
        }
    }

    private static boolean isWindow(String text) {
        Matcher matcher = WINDOW.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        int days = Integer.parseInt(matcher.group(1)) * (matcher.group(2).equals("W") ? 7 : 1);
        return days >= 1 && days <= MOST_DAYS;
    }
}
