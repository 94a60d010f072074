package dev.laurel.engine.ids;

/** Draws that fall the same for ever, as they follow from names. */
public final class Draws {

    private Draws() {}

    /**
     * A number from 0 up to a bound, all as likely.
     *
     * @param bound 1 to a thousand million
     * @param names what it is drawn for
     */
    public static long below(long bound, String... names) {
        long bits = NamedUuid.of(names).getMostSignificantBits() >>> 32;
        return (bits * bound) >>> 32;
    }
}
