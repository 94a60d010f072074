package dev.laurel.leaderboards.boards.web;

import dev.laurel.leaderboards.boards.Standing;
import dev.laurel.leaderboards.boards.Standings;
import dev.laurel.web.Cursor;
import java.time.Instant;

/** A place as a cursor. */
final class PlaceCursor {

    private static final String NEVER = "";

    private PlaceCursor() {}

    static Cursor of(Standing standing) {
        Instant reachedAt = standing.reachedAt();
        return Cursor.of(
                standing.score(), reachedAt == null ? NEVER : reachedAt, standing.member());
    }

    static Standings.Place read(Cursor cursor) {
        return new Standings.Place(
                cursor.number(0),
                cursor.text(1).equals(NEVER) ? null : cursor.instant(1),
                cursor.text(2));
    }
}
