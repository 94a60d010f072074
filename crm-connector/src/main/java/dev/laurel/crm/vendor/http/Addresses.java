package dev.laurel.crm.vendor.http;

import java.util.List;
import java.util.function.Function;

/** Addresses with many values in them, of which no server takes any length. */
public final class Addresses {

    private Addresses() {}

    /**
     * How many of these, from the first, fit into one; at least one.
     *
     * @param most of them at once, whatever their length
     * @param longest characters of all of them together
     * @param written a value as it stands in the address
     */
    public static int fitting(
            List<String> values, int most, int longest, Function<String, String> written) {
        int length = 0;
        int count = 0;
        for (String value : values.subList(0, Math.min(values.size(), most))) {
            length += written.apply(value).length();
            if (count > 0 && length > longest) {
                break;
            }
            count++;
        }
        return count;
    }
}
