package dev.laurel.leaderboards.boards.valkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.leaderboards.boards.Standing;
import dev.laurel.leaderboards.boards.Standings.Place;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Places as bytes whose order is that of the ranking, byte by byte: 8 for the complement of the
 * score, 8 for the time in microseconds, then the member in UTF-8. Unlike a sorted set's own
 * scores, which are floating point, all 64 bits of a score count.
 */
final class Packed {

    private static final int SCORE = Long.BYTES;
    private static final int HEAD = SCORE + Long.BYTES;
    private static final long NEVER = Long.MAX_VALUE;

    private Packed() {}

    /** The first two parts. */
    static byte[] head(long score, @Nullable Instant reachedAt) {
        return ByteBuffer.allocate(HEAD)
                .putLong(unsigned(~score))
                .putLong(unsigned(reachedAt == null ? NEVER : micros(reachedAt)))
                .array();
    }

    /** The first part: what comes before it has more than the score. */
    static byte[] score(long score) {
        return ByteBuffer.allocate(SCORE).putLong(unsigned(~score)).array();
    }

    static byte[] place(Place place) {
        byte[] member = place.member().getBytes(UTF_8);
        return ByteBuffer.allocate(HEAD + member.length)
                .put(head(place.score(), place.reachedAt()))
                .put(member)
                .array();
    }

    /** Reads what {@link #place} wrote. */
    static Standing read(byte[] place, long rank) {
        ByteBuffer bytes = ByteBuffer.wrap(place);
        long score = ~unsigned(bytes.getLong());
        long micros = unsigned(bytes.getLong());
        String member = new String(place, HEAD, place.length - HEAD, UTF_8);
        Instant reachedAt = micros == NEVER ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        return new Standing(rank, member, score, reachedAt);
    }

    /** Ordered as unsigned what is ordered as signed, and back. */
    private static long unsigned(long value) {
        return value ^ Long.MIN_VALUE;
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
