package dev.laurel.leaderboards.boards.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who watches a board sees.
 *
 * @param state {@code live}, {@code provisional} or {@code sealed}
 * @param items the first places
 * @param own the place of the member or team that is watched, {@code null} for none
 */
record TopView(
        String leaderboard, String period, String state, List<?> items, @Nullable Object own) {}
