package dev.laurel.engine.wallets;

import dev.laurel.engine.document.Section;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the word {@code rounding}. */
public final class Roundings {

    private static final Map<String, RoundingMode> MODES =
            Map.of(
                    "floor", RoundingMode.FLOOR,
                    "half-up", RoundingMode.HALF_UP,
                    "ceiling", RoundingMode.CEILING);

    private Roundings() {}

    /** How fractions become whole numbers, {@code null} where nothing is said. */
    public static @Nullable RoundingMode read(Section section) {
        return section.has("rounding")
                ? MODES.get(section.choice("rounding", MODES.keySet(), java.util.Set.of(), "floor"))
                : null;
    }
}
