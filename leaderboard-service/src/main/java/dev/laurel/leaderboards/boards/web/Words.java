package dev.laurel.leaderboards.boards.web;

import dev.laurel.leaderboards.boards.Ties;
import dev.laurel.leaderboards.leagues.Zone;

/** Words that the API has for things. */
final class Words {

    private Words() {}

    static String of(Ties ties) {
        return switch (ties) {
            case FIRST_TO_REACH -> "first-to-reach";
            case SHARED -> "shared";
        };
    }

    static String of(Zone zone) {
        return switch (zone) {
            case PROMOTION -> "promotion";
            case SAFE -> "safe";
            case RELEGATION -> "relegation";
        };
    }
}
