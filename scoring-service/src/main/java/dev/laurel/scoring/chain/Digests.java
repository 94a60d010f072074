package dev.laurel.scoring.chain;

import dev.laurel.scoring.journal.Entry;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of postings and links. What is hashed is a row of fields in UTF-8, each written as its
 * length in bytes, a colon and itself, or as a hyphen where it is null; instants are microseconds
 * since 1970. Not thread-safe.
 */
public final class Digests {

    /** Which fields of a posting are covered, and in which order. */
    public static final int FORMAT = 1;

    private final MessageDigest sha256;
    private final Fields fields = new Fields();

    public Digests() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /**
     * Of all columns of a posting that mean something; the channel comes last, and only where there
     * is one.
     */
    public byte[] of(Entry entry) {
        fields.clear();
        fields.add(entry.id());
        fields.add(entry.program());
        fields.add(entry.member());
        fields.add(entry.sequence());
        fields.add(entry.wallet());
        fields.add(entry.debit());
        fields.add(entry.credit());
        fields.add(entry.amount());
        fields.add(entry.balanceAfter());
        fields.add(entry.earnedAfter());
        fields.add(entry.causeKind());
        fields.add(entry.causeId());
        fields.add(entry.decision());
        fields.add(entry.version());
        fields.add(entry.eventSource());
        fields.add(entry.eventId());
        fields.add(micros(entry.eventTime()));
        fields.add(entry.localDate());
        fields.add(micros(entry.recordedAt()));
        if (entry.channel() != null) {
            fields.add(entry.channel());
        }
        return fields.digest(sha256);
    }

    /**
     * The hash of a link: of the hash before it, what it says, and the digests of its postings in
     * the order of their bytes.
     */
    public Hash of(
            Hash previous,
            String program,
            int stripe,
            long number,
            Instant recordedAt,
            Collection<byte[]> digests) {
        fields.clear();
        fields.addBytes(previous.bytes());
        fields.add(program);
        fields.add(stripe);
        fields.add(number);
        fields.add(FORMAT);
        fields.add(digests.size());
        fields.add(micros(recordedAt));
        digests.stream().sorted(Arrays::compareUnsigned).forEach(fields::addBytes);
        return Hash.of(fields.digest(sha256));
    }

    /** Of anything that has a text. */
    public byte[] digest(@Nullable Object... values) {
        fields.clear();
        for (Object value : values) {
            fields.add(value);
        }
        return fields.digest(sha256);
    }

    /** The first 8 bytes. */
    public static long shortened(byte[] digest) {
        return ByteBuffer.wrap(digest).getLong();
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant.truncatedTo(ChronoUnit.MICROS));
    }
}
