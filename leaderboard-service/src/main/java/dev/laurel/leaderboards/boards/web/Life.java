package dev.laurel.leaderboards.boards.web;

import dev.laurel.leaderboards.seals.Seal;

/** How far the life of a board's period has come. */
sealed interface Life {

    /** The word that the API has for it. */
    String word();

    /** It is going on, or never ends. */
    record Live() implements Life {
        @Override
        public String word() {
            return "live";
        }
    }

    /** It is over; late events still count. */
    record Provisional() implements Life {
        @Override
        public String word() {
            return "provisional";
        }
    }

    /** It is final. */
    record Sealed(Seal seal) implements Life {
        @Override
        public String word() {
            return "sealed";
        }
    }
}
