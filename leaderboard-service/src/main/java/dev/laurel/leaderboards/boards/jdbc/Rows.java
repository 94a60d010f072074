package dev.laurel.leaderboards.boards.jdbc;

/**
 * The rows of one ranking, or of one seal.
 *
 * @param from what to select from, with a condition that asks for the id
 * @param id the ranking's, or the seal's
 * @param fences by what its fences are found
 */
record Rows(String from, int id, int fences) {

    /** No row has it: identities begin with 1. */
    static final Rows NONE = live(0);

    static Rows live(int ranking) {
        return new Rows("score WHERE ranking = ?", ranking, ranking);
    }

    static Rows sealed(int seal) {
        return new Rows("sealed_score WHERE seal = ?", seal, -seal);
    }
}
