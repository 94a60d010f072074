package dev.laurel.leaderboards.boards.jdbc;

import dev.laurel.leaderboards.boards.Standings.Place;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A place as the database orders them, ascending.
 *
 * @param rev the complement of the score, so that a higher score comes first
 * @param reachedAt the greatest possible time for never, which the driver writes as infinity
 */
record Key(long rev, OffsetDateTime reachedAt, String member) {

    /** Before everybody. */
    static final Key FIRST = new Key(Long.MIN_VALUE, OffsetDateTime.MIN, "");

    static Key of(Place place) {
        var reachedAt = place.reachedAt();
        return new Key(
                ~place.score(),
                reachedAt == null ? OffsetDateTime.MAX : reachedAt.atOffset(ZoneOffset.UTC),
                place.member());
    }

    /** Before everybody who has that score. */
    static Key ofScore(long score) {
        return new Key(~score, OffsetDateTime.MIN, "");
    }

    List<Object> parameters() {
        return List.of(rev, reachedAt, member);
    }
}
