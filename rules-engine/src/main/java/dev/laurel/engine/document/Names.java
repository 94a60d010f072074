package dev.laurel.engine.document;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what somebody meant by a misspelt name. */
public final class Names {

    private Names() {}

    /** The known name nearest to a misspelt one, {@code null} when none is near. */
    public static @Nullable String nearest(String misspelt, Collection<String> known) {
        String best = null;
        int bestDistance = Math.max(1, misspelt.length() / 3) + 1;
        for (String name : known) {
            int distance = distance(misspelt, name);
            if (distance < bestDistance) {
                best = name;
                bestDistance = distance;
            }
        }
        return best;
    }

    /** "one of a, b, c", or "a" where there is but one, for messages. */
    public static String oneOf(Collection<String> known) {
        List<String> sorted = known.stream().sorted().toList();
        return switch (sorted.size()) {
            case 0 -> "none, as there are none yet";
            case 1 -> sorted.getFirst();
            default -> sorted.stream().collect(Collectors.joining(", ", "one of ", ""));
        };
    }

    /** Damerau-Levenshtein distance with adjacent transpositions, ignoring case. */
    private static int distance(String a, String b) {
        String from = a.toLowerCase(java.util.Locale.ROOT);
        String to = b.toLowerCase(java.util.Locale.ROOT);
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int least =
                Math.min(
                        cost[i - 1][j - 1] + same,
                        Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1));
        boolean swapped =
                i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
