package dev.laurel.engine.shares;

import java.math.BigInteger;

/**
 * How much of something has been undone, in parts of a million millions, so that shares add up
 * exactly in any order.
 *
 * @param parts 0 for nothing to 10¹² for the whole
 */
public record Share(long parts) {

    private static final long ALL = 1_000_000_000_000L;

    /** What rounding can leave of a whole that came in a thousand parts. */
    private static final long NEGLIGIBLE = 1_000;

    /** What rounding can leave of a fraction such as a third that came in twenty parts. */
    private static final long ROUNDING = 10;

    public static final Share NONE = new Share(0);
    public static final Share WHOLE = new Share(ALL);

    public Share {
        if (parts < 0 || parts > ALL) {
            throw new IllegalArgumentException(
                    "Expected 0 to %d parts, but there were %d.".formatted(ALL, parts));
        }
    }

    /**
     * The share nearest to a number.
     *
     * @param number above 0; more than 1 is the whole
     */
    public static Share of(double number) {
        return number >= 1 ? WHOLE : new Share(Math.round(number * ALL));
    }

    /** Both, at most the whole. */
    public Share plus(Share more) {
        return new Share(Math.min(ALL, parts + more.parts));
    }

    /** Whether nothing is left, but for what rounding may have left. */
    public boolean isWhole() {
        return parts >= ALL - NEGLIGIBLE;
    }

    /** The parts, all of them for the whole. */
    public long exactParts() {
        return isWhole() ? ALL : parts;
    }

    /** So much of an amount, rounded towards zero; all of it for the whole. */
    public long of(long amount) {
        if (isWhole() || parts == 0) {
            return parts == 0 ? 0 : amount;
        }
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(parts + ROUNDING))
                .divide(BigInteger.valueOf(ALL))
                .longValueExact();
    }

    /** As a fraction of one, for people. */
    @Override
    public String toString() {
        return isWhole() ? "1" : Double.toString(Math.rint(parts / 1e8) / 1e4);
    }
}
