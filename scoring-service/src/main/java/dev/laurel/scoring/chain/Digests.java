package dev.laurel.scoring.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.scoring.journal.Entry;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
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
    private final ByteArrayOutputStream fields = new ByteArrayOutputStream(512);

    public Digests() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Of all columns of a posting that mean something. */
    public byte[] of(Entry entry) {
        return digest(
                entry.id(),
                entry.program(),
                entry.member(),
                entry.sequence(),
                entry.wallet(),
                entry.debit(),
                entry.credit(),
                entry.amount(),
                entry.balanceAfter(),
                entry.earnedAfter(),
                entry.causeKind(),
                entry.causeId(),
                entry.decision(),
                entry.version(),
                entry.eventSource(),
                entry.eventId(),
                micros(entry.eventTime()),
                entry.localDate(),
                micros(entry.recordedAt()));
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
        fields.reset();
        fields.writeBytes(previous.bytes());
        add(program);
        add(stripe);
        add(number);
        add(FORMAT);
        add(digests.size());
        add(micros(recordedAt));
        digests.stream().sorted(Arrays::compareUnsigned).forEach(fields::writeBytes);
        return Hash.of(sha256.digest(fields.toByteArray()));
    }

    /** Of anything that has a text. */
    public byte[] digest(@Nullable Object... values) {
        fields.reset();
        for (Object value : values) {
            add(value);
        }
        return sha256.digest(fields.toByteArray());
    }

    /** The first 8 bytes. */
    public static long shortened(byte[] digest) {
        return ByteBuffer.wrap(digest).getLong();
    }

    private void add(@Nullable Object value) {
        if (value == null) {
            fields.write('-');
            return;
        }
        byte[] bytes = Objects.toString(value).getBytes(UTF_8);
        fields.writeBytes(Integer.toString(bytes.length).getBytes(UTF_8));
        fields.write(':');
        fields.writeBytes(bytes);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant.truncatedTo(ChronoUnit.MICROS));
    }
}
