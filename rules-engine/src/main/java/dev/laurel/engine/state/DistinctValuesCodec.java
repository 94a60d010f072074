package dev.laurel.engine.state;

import dev.laurel.engine.bytes.ByteReader;
import dev.laurel.engine.bytes.ByteWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Distinct values as bytes: in order, each without what it begins with like the one before, as
 * article numbers do.
 */
final class DistinctValuesCodec {

    /** Beyond them a length has a number of its own. */
    private static final int MOST_SHARED = 7;

    private static final int MOST_OWN = 7;

    private DistinctValuesCodec() {}

    static void write(DistinctValues values, ByteWriter out) {
        out.unsigned(values.size());
        byte[][] last = {{}};
        values.forEach((value, count) -> {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            int shared = shared(last[0], utf8);
            int own = utf8.length - shared;
            boolean many = count > 1;
            out.unsigned(shared << 4 | Math.min(own, MOST_OWN) << 1 | (many ? 1 : 0));
            if (own >= MOST_OWN) {
                out.unsigned(own);
            }
            out.bytes(utf8, shared, own);
            if (many) {
                out.unsigned(count);
            }
            last[0] = utf8;
        });
    }

    private static int shared(byte[] last, byte[] next) {
        int most = Math.min(MOST_SHARED, Math.min(last.length, next.length));
        int different = Arrays.mismatch(last, 0, most, next, 0, most);
        return different < 0 ? most : different;
    }

    static DistinctValues read(ByteReader in) {
        int size = in.atMost(in.count());
        String[] values = new String[size];
        int[] counts = new int[size];
        byte[] last = {};
        for (int i = 0; i < size; i++) {
            int head = in.count();
            int shared = head >> 4;
            int own = head >> 1 & MOST_OWN;
            if (shared > last.length) {
                throw in.broken("a value shares more than there is");
            }
            byte[] utf8 = in.bytes(last, shared, own == MOST_OWN ? in.count() : own);
            values[i] = new String(utf8, StandardCharsets.UTF_8);
            counts[i] = (head & 1) == 0 ? 1 : in.count();
            last = utf8;
        }
        return DistinctValues.sorted(values, counts);
    }
}
