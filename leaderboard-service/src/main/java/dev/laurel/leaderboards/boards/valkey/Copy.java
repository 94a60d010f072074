package dev.laurel.leaderboards.boards.valkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * A copy of a ranking in Valkey. Its keys have one hash tag, so a cluster keeps them together.
 *
 * @param prefix what all keys begin with
 * @param ranking the ranking
 * @param epoch which copy of it
 * @param token up to where it was brought for certain
 */
record Copy(String prefix, int ranking, long epoch, long token) {

    /** What it is up to: a hash of {@code epoch} and {@code token}. */
    byte[] state() {
        return key("state");
    }

    /** All places in order: a sorted set of {@link Packed} places, each with the score 0. */
    byte[] order() {
        return key("order");
    }

    /** Where each member is: a hash of {@link Packed#head} by member. */
    byte[] heads() {
        return key("heads");
    }

    List<byte[]> keys() {
        return List.of(state(), order(), heads());
    }

    private byte[] key(String part) {
        return "%s:{board-%d-%d}:%s".formatted(prefix, ranking, epoch, part).getBytes(UTF_8);
    }
}
