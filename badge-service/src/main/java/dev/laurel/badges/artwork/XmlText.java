package dev.laurel.badges.artwork;

/** Text inside of XML and HTML. */
public final class XmlText {

    private XmlText() {}

    /**
     * Escapes what has a meaning in elements and in quoted attributes, and leaves out what XML 1.0
     * (section 2.2) does not allow at all.
     */
    public static String of(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints()
                .filter(XmlText::isAllowed)
                .forEach(c -> {
                    switch (c) {
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '&' -> escaped.append("&amp;");
                        case '"' -> escaped.append("&quot;");
                        case '\'' -> escaped.append("&#39;");
                        default -> escaped.appendCodePoint(c);
                    }
                });
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x1_0000;
    }
}
