package dev.laurel.leaderboards.verification;

import java.util.List;

/**
 * What a comparison of rankings with days came to.
 *
 * @param rankings how many were compared
 * @param places how many places they have
 * @param seats how many seats of members in leagues were compared with scores
 * @param differences how many places are missing, too many, or with another score or time, and how
 *     many members are in another group or division than their scores come to
 * @param examples some of them, in words
 */
public record Findings(
        long rankings, long places, long seats, long differences, List<String> examples) {

    public Findings {
        examples = List.copyOf(examples);
    }
}
