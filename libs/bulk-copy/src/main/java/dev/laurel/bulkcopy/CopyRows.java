package dev.laurel.bulkcopy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the binary format of PostgreSQL's {@code COPY} (chapter "COPY", section "Binary Format"
 * of its manual): a value after the other, row by row. For one thread.
 */
public final class CopyRows {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final short END = -1;
    private static final int NULL = -1;
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = Duration.ofDays(EPOCH_DAY).toSeconds();
    private static final int FIRST_CAPACITY = 64 * 1024;

    private final int columns;
    private ByteBuffer out = ByteBuffer.allocate(FIRST_CAPACITY).put(HEADER);
    private int values;

    CopyRows(int columns) {
        this.columns = columns;
    }

    /** A value of type {@code text}, {@code null} for none. */
    public CopyRows text(@Nullable String value) {
        if (value == null) {
            next(NULL);
            return this;
        }
        return bytes(value.getBytes(UTF_8));
    }

    /** A value of type {@code boolean}. */
    public CopyRows bool(boolean value) {
        next(Byte.BYTES).put((byte) (value ? 1 : 0));
        return this;
    }

    /** A value of type {@code bytea}. */
    public CopyRows bytes(byte[] value) {
        next(value.length).put(value);
        return this;
    }

    /** A value of type {@code integer}, {@code null} for none. */
    public CopyRows int4(@Nullable Integer value) {
        if (value == null) {
            next(NULL);
        } else {
            next(Integer.BYTES).putInt(value);
        }
        return this;
    }

    /** A value of type {@code bigint}. */
    public CopyRows int8(long value) {
        next(Long.BYTES).putLong(value);
        return this;
    }

    /** A value of type {@code uuid}, {@code null} for none. */
    public CopyRows uuid(@Nullable UUID value) {
        if (value == null) {
            next(NULL);
        } else {
            next(2 * Long.BYTES)
                    .putLong(value.getMostSignificantBits())
                    .putLong(value.getLeastSignificantBits());
        }
        return this;
    }

    /**
     * A value of type {@code timestamptz}, {@code null} for none; what is below a microsecond is
     * cut off.
     */
    public CopyRows instant(@Nullable Instant value) {
        if (value == null) {
            next(NULL);
            return this;
        }
        long seconds = Math.subtractExact(value.getEpochSecond(), EPOCH_SECOND);
        return int8(
                Math.addExact(Math.multiplyExact(seconds, 1_000_000L), value.getNano() / 1_000));
    }

    /** A value of type {@code date}. */
    public CopyRows date(LocalDate value) {
        return int4(Math.toIntExact(value.toEpochDay() - EPOCH_DAY));
    }

    /** All rows; nothing can be added afterwards. */
    byte[] finish() {
        if (values % columns != 0) {
            throw new IllegalStateException(
                    "Expected rows of %d values, but the last one has %d."
                            .formatted(columns, values % columns));
        }
        ensure(Short.BYTES);
        out.putShort(END).flip();
        byte[] all = new byte[out.remaining()];
        out.get(all);
        return all;
    }

    private ByteBuffer next(int length) {
        ensure(Short.BYTES + Integer.BYTES + Math.max(length, 0));
        if (values++ % columns == 0) {
            out.putShort((short) columns);
        }
        return out.putInt(length);
    }

    private void ensure(int more) {
        if (out.remaining() < more) {
            int capacity = Math.addExact(Math.multiplyExact(out.capacity(), 2), more);
            out = ByteBuffer.allocate(capacity).put(out.flip());
        }
    }
}
