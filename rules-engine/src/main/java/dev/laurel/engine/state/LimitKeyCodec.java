package dev.laurel.engine.state;

import dev.laurel.engine.bytes.ByteReader;
import dev.laurel.engine.bytes.ByteWriter;
import dev.laurel.engine.periods.Period;

/** Names of limit cells as bytes, in states and traces. */
public final class LimitKeyCodec {

    private static final Period[] PERIODS = Period.values();

    private LimitKeyCodec() {}

    public static void write(LimitKey key, ByteWriter out) {
        out.text(key.limit())
                .text(key.wallet())
                .unsigned(key.per().code())
                .unsigned(key.whole() ? 1 : 0)
                .signed(key.index())
                .text(key.object());
    }

    public static LimitKey read(ByteReader in) {
        String limit = in.text();
        String wallet = in.text();
        Period per = in.oneOf(PERIODS, Period::code);
        boolean whole = in.count() == 1;
        return new LimitKey(limit, wallet, per, in.signed(), whole, in.text());
    }
}
