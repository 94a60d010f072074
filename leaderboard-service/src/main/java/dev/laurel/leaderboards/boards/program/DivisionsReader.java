package dev.laurel.leaderboards.boards.program;

import dev.laurel.leaderboards.boards.Divisions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the {@code leagues} of a board that was published, so they are valid. */
final class DivisionsReader {

    private DivisionsReader() {}

    /** Gives {@code null} for a board without, or with some that a later language has. */
    static @Nullable Divisions read(Map<?, ?> board) {
        if (!(board.get("leagues") instanceof Map<?, ?> leagues)
                || !(leagues.get("divisions") instanceof List<?> names)
                || !(leagues.get("size") instanceof Number size)
                || !(leagues.get("promote") instanceof Number promote)) {
            return null;
        }
        int relegate = leagues.get("relegate") instanceof Number some ? some.intValue() : 0;
        try {
            return new Divisions(
                    names.stream().map(String::valueOf).toList(),
                    size.intValue(),
                    promote.intValue(),
                    relegate);
        } catch (IllegalArgumentException unknownHere) {
            return null;
        }
    }
}
