package dev.laurel.crm.vendor;

import java.util.Map;

/** Elements of XML, in the order in which they are added. */
public final class Xml {

    private static final String INDENTATION = "    ";

    private final StringBuilder text =
            new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private int depth;

    /** An element with a text. */
    public Xml element(String name, Object value) {
        indent().append('<').append(name).append('>').append(escaped(value));
        text.append("</").append(name).append(">\n");
        return this;
    }

    /** An element with attributes alone. */
    public Xml element(String name, Map<String, ?> attributes) {
        indent().append('<').append(name);
        attributes(attributes);
        text.append("/>\n");
        return this;
    }

    /** An element with what the body adds. */
    public Xml within(String name, Map<String, ?> attributes, Runnable body) {
        indent().append('<').append(name);
        attributes(attributes);
        text.append(">\n");
        depth++;
        body.run();
        depth--;
        indent().append("</").append(name).append(">\n");
        return this;
    }

    private void attributes(Map<String, ?> attributes) {
        attributes.forEach((name, value) ->
                text.append(' ').append(name).append("=\"").append(escaped(value)).append('"'));
    }

    private StringBuilder indent() {
        return text.append(INDENTATION.repeat(depth));
    }

    private static String escaped(Object value) {
        return value.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
