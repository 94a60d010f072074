package dev.laurel.badges.artwork.raster;

import com.github.weisj.jsvg.paint.SVGPaint;
import com.github.weisj.jsvg.parser.PaintParser;
import java.awt.Color;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code hsl()} and {@code hsla()}, which JSVG does not know, besides all that it does. */
record HslPaints(PaintParser others) implements PaintParser {

    private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,9})?|\\.\\d{1,9})";
    private static final Pattern HSL =
            Pattern.compile(
                    "hsla?\\( *(-?)%1$s(?:deg)?[ ,]+%1$s%%[ ,]+%1$s%%(?:[ ,/]+%1$s(%%?))? *\\)"
                            .formatted(NUMBER),
                    Pattern.CASE_INSENSITIVE);

    @Override
    public @Nullable Color parseColor(String value) {
        return others.parseColor(asHex(value));
    }

    @Override
    public @Nullable SVGPaint parsePaint(@Nullable String value) {
        return others.parsePaint(value == null ? null : asHex(value));
    }

    static String asHex(String value) {
        Matcher hsl = HSL.matcher(value.strip());
        if (!hsl.matches()) {
            return value;
        }
        double hue = number(hsl, 2) * (hsl.group(1).isEmpty() ? 1 : -1);
        double saturation = Math.min(1, number(hsl, 3) / 100);
        double lightness = Math.min(1, number(hsl, 4) / 100);
        double alpha =
                hsl.group(5) == null ? 1 : number(hsl, 5) / (hsl.group(6).isEmpty() ? 1 : 100);
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x%02x",
                byteOf(channel(0, hue, saturation, lightness)),
                byteOf(channel(8, hue, saturation, lightness)),
                byteOf(channel(4, hue, saturation, lightness)),
                byteOf(Math.min(1, alpha)));
    }

    /** CSS Color 4, section 7.1: red at 0, green at 8, blue at 4. */
    private static double channel(int at, double hue, double saturation, double lightness) {
        double k = (at + (hue % 360 + 360) / 30) % 12;
        double reach = saturation * Math.min(lightness, 1 - lightness);
        return lightness - reach * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
    }

    private static double number(Matcher hsl, int group) {
        return Double.parseDouble(hsl.group(group));
    }

    private static int byteOf(double share) {
        return (int) Math.round(share * 255);
    }
}
