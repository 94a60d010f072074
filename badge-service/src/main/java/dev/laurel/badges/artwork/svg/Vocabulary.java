package dev.laurel.badges.artwork.svg;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The part of SVG 1.1 that draws and does nothing else. What is not here is not let through. */
final class Vocabulary {

    /** What draws, and what such things refer to within the picture. */
    static final Set<String> ELEMENTS =
            Set.of(
                    "svg",
                    "g",
                    "defs",
                    "title",
                    "desc",
                    "path",
                    "rect",
                    "circle",
                    "ellipse",
                    "line",
                    "polyline",
                    "polygon",
                    "text",
                    "tspan",
                    "linearGradient",
                    "radialGradient",
                    "stop",
                    "clipPath",
                    "mask");

    /** Elements that say something to editors only; they are left out with all that is in them. */
    static final Set<String> NOTES = Set.of("metadata");

    static final Set<String> WITH_TEXT = Set.of("title", "desc", "text", "tspan");

    static final Set<String> GRADIENTS = Set.of("linearGradient", "radialGradient");

    /** Attributes that may also be written as a property in {@code style}. */
    static final Set<String> PROPERTIES =
            Set.of(
                    "fill",
                    "fill-opacity",
                    "fill-rule",
                    "stroke",
                    "stroke-width",
                    "stroke-opacity",
                    "stroke-linecap",
                    "stroke-linejoin",
                    "stroke-miterlimit",
                    "stroke-dasharray",
                    "stroke-dashoffset",
                    "opacity",
                    "stop-color",
                    "stop-opacity",
                    "font-family",
                    "font-size",
                    "font-weight",
                    "font-style",
                    "text-anchor",
                    "dominant-baseline",
                    "letter-spacing",
                    "clip-path",
                    "clip-rule",
                    "mask",
                    "color",
                    "display",
                    "visibility",
                    "paint-order");

    private static final Set<String> GEOMETRY =
            Set.of(
                    "id",
                    "viewBox",
                    "preserveAspectRatio",
                    "transform",
                    "d",
                    "points",
                    "x",
                    "y",
                    "x1",
                    "y1",
                    "x2",
                    "y2",
                    "cx",
                    "cy",
                    "r",
                    "rx",
                    "ry",
                    "fx",
                    "fy",
                    "dx",
                    "dy",
                    "width",
                    "height",
                    "offset",
                    "gradientUnits",
                    "gradientTransform",
                    "spreadMethod",
                    "clipPathUnits",
                    "maskUnits",
                    "maskContentUnits",
                    "role",
                    "aria-label",
                    "pathLength",
                    "textLength",
                    "lengthAdjust",
                    "rotate");

    private static final Pattern LOCAL = Pattern.compile("#[A-Za-z_][\\w.-]*");
    private static final Pattern LOCAL_URL =
            Pattern.compile("url\\(\\s*(['\"]?)#[A-Za-z_][\\w.-]*\\1\\s*\\)");
    private static final Pattern ID = Pattern.compile("[A-Za-z_][\\w.-]*");

    private Vocabulary() {}

    static boolean isAttribute(String name) {
        return GEOMETRY.contains(name) || PROPERTIES.contains(name);
    }

    static boolean isLocal(String reference) {
        return LOCAL.matcher(reference).matches();
    }

    /** Whether a value can't make anything be loaded or run. */
    static boolean isHarmless(String name, String value) {
        if (name.equals("id")) {
            return ID.matcher(value).matches();
        }
        if (name.equals("aria-label")) {
            return true;
        }
        String rest = LOCAL_URL.matcher(value).replaceAll("").toLowerCase(Locale.ROOT);
        return !rest.contains("url")
                && !rest.contains(":")
                && !rest.contains("expression")
                && rest.chars()
                        .noneMatch(c -> c == '<' || c == '>' || c == '\\' || c == '@' || c == '&');
    }
}
