package dev.laurel.leaderboards.boards.program;

import dev.laurel.leaderboards.boards.Prize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the {@code prizes} of a board that was published, so they are valid. */
final class PrizeReader {

    private static final String BADGE = "badge";

    private PrizeReader() {}

    static List<Prize> read(Map<?, ?> board) {
        return board.get("prizes") instanceof List<?> items
                ? items.stream().flatMap(item -> prize(item).stream()).toList()
                : List.of();
    }

    private static Optional<Prize> prize(Object item) {
        if (!(item instanceof Map<?, ?> prize)
                || !(prize.get("award") instanceof Map<?, ?> award)) {
            return Optional.empty();
        }
        Map<String, Long> points = new LinkedHashMap<>();
        award.forEach((wallet, number) -> {
            if (number instanceof Number some && !BADGE.equals(wallet)) {
                points.put(String.valueOf(wallet), some.longValue());
            }
        });
        String badge = award.get(BADGE) instanceof String text ? text : null;
        String[] ends = String.valueOf(prize.get("places")).split("-", 2);
        try {
            int first = Integer.parseInt(ends[0]);
            return Optional.of(
                    new Prize(
                            first,
                            ends.length == 2 ? Integer.parseInt(ends[1]) : first,
                            points,
                            badge));
        } catch (NumberFormatException unknownHere) {
            return Optional.empty();
        }
    }
}
