package dev.laurel.badges.artwork;

import dev.laurel.badges.catalogue.Badge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws a badge that nobody has drawn: a scalloped medal with the initials of its name, the name
 * below, and for a badge of several levels the metal and the stars of its level. The same badge
 * always looks the same.
 */
public final class DefaultArtwork {

    private static final int SCALLOPS = 20;
    private static final int CENTRE = 128;
    private static final int LINE = 22;
    private static final int MAX_STARS = 5;

    /** From the lowest level to the highest: light, dark. */
    private static final List<Tone> METALS =
            List.of(
                    new Tone("#d69a66", "#8c5425"),
                    new Tone("#d3d9df", "#7b8793"),
                    new Tone("#f4cf58", "#a97909"));

    private DefaultArtwork() {}

    private record Tone(String light, String dark) {}

    public static Artwork of(Badge badge) {
        Tone tone = tone(badge);
        return new Artwork(
                """
                %s viewBox="0 0 256 256" role="img" aria-label="%s">\
                <title>%s</title><defs><radialGradient id="tone" cx="0.4" cy="0.35" r="0.8">\
                <stop offset="0" stop-color="%s"/><stop offset="1" stop-color="%s"/>\
                </radialGradient></defs><path d="%s" fill="%s"/>\
                <circle cx="128" cy="100" r="72" fill="url(#tone)" stroke="#ffffff" stroke-width="4"/>\
                <g font-family="system-ui, sans-serif" text-anchor="middle">\
                <text x="128" y="%d" font-size="60" font-weight="700" fill="#ffffff">%s</text>%s%s</g></svg>\
                """
                        .formatted(
                                Artwork.START,
                                XmlText.of(badge.name()),
                                XmlText.of(badge.name()),
                                tone.light(),
                                tone.dark(),
                                scallops(),
                                tone.dark(),
                                badge.level().count() > 1 ? 112 : 121,
                                XmlText.of(initials(badge.name())),
                                stars(badge.level()),
                                name(badge.name())));
    }

    private static Tone tone(Badge badge) {
        Badge.Level level = badge.level();
        if (level.count() > 1) {
            int metal = (level.number() - 1) * (METALS.size() - 1) / (level.count() - 1);
            return METALS.get(metal);
        }
        int hue = Math.floorMod(badge.id().hashCode(), 360);
        return new Tone("hsl(%d, 62%%, 58%%)".formatted(hue), "hsl(%d, 65%%, 32%%)".formatted(hue));
    }

    private static String scallops() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < 2 * SCALLOPS; i++) {
            double angle = Math.PI * i / SCALLOPS;
            double radius = i % 2 == 0 ? 94 : 84;
            path.append(
                    String.format(
                            Locale.ROOT,
                            "%s%.1f %.1f",
                            i == 0 ? "M" : "L",
                            CENTRE + radius * Math.sin(angle),
                            100 - radius * Math.cos(angle)));
        }
        return path.append('Z').toString();
    }

    /** The first letters of the first two words. */
    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty() && initials.codePoints().count() < 2) {
                initials.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
            }
        }
        return initials.toString();
    }

    private static String stars(Badge.Level level) {
        return level.count() == 1
                ? ""
                : "<text x=\"128\" y=\"146\" font-size=\"22\" fill=\"#ffffff\">%s</text>"
                        .formatted("★".repeat(Math.min(level.number(), MAX_STARS)));
    }

    private static String name(String name) {
        StringBuilder lines = new StringBuilder();
        int y = 220;
        for (String line : lines(name)) {
            lines.append(
                    "<text x=\"128\" y=\"%d\" font-size=\"20\" fill=\"#333333\">%s</text>"
                            .formatted(y, XmlText.of(line)));
            y += 24;
        }
        return lines.toString();
    }

    /** At most two lines; what does not fit is cut. */
    private static List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : name.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        List<String> shown = new ArrayList<>(lines.subList(0, Math.min(2, lines.size())));
        shown.replaceAll(text -> cut(text));
        if (lines.size() > 2) {
            shown.set(1, cut(shown.get(1) + " …"));
        }
        return shown;
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LINE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LINE - 1)) + "…";
    }
}
