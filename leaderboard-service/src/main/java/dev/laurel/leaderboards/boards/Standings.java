package dev.laurel.leaderboards.boards;

import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.Calendar;
import dev.laurel.leaderboards.scores.Period;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who stands where. The order is total: higher score first; of equal scores the one whose latest
 * points are from the earlier event, those who never got any last; then by member id, byte by byte.
 * Where equal scores share a place, that order says only who is listed first.
 */
public interface Standings {

    /**
     * Places in order.
     *
     * @param behind the place that the list begins behind, {@code null} for the very first; it need
     *     not be taken by anybody
     */
    List<Standing> page(Ranking ranking, @Nullable Place behind, int limit);

    /** A member's own place, empty for one without a score. */
    Optional<Standing> of(Ranking ranking, String member);

    /**
     * Places in order.
     *
     * @param position how many places from the very first on the list begins, 1 for the very first
     */
    List<Standing> pageFrom(Ranking ranking, long position, int limit);

    /**
     * A member's place with the places next to it.
     *
     * @param neighbours how many before and how many behind it
     * @return empty for a member without a score
     */
    Optional<Vicinity> around(Ranking ranking, String member, int neighbours);

    /** The places of some members among each other; who has no score has none. */
    List<Standing> among(Ranking ranking, Collection<String> members);

    /** The latest period in which a member has a score. */
    Optional<Period> latest(Book book, Calendar calendar, String member);

    /** A place by what it is ordered by. */
    record Place(long score, @Nullable Instant reachedAt, String member) {
        public static Place of(Standing standing) {
            return new Place(standing.score(), standing.reachedAt(), standing.member());
        }
    }
}
