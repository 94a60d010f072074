package dev.laurel.badges.artwork.svg;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Takes the attributes of one element apart: those that count, and those to leave out. */
final class SvgAttributes {

    private static final String XLINK = "http://www.w3.org/1999/xlink";

    private final String element;
    private final Set<String> dropped;

    /**
     * @param dropped what is left out is added to it
     */
    SvgAttributes(String element, Set<String> dropped) {
        this.element = element;
        this.dropped = dropped;
    }

    /**
     * In their order; properties of {@code style} as attributes. References and handlers of events
     * are among them, to be judged.
     */
    Map<String, String> of(XMLStreamReader reader) {
        Map<String, String> found = new LinkedHashMap<>();
        String style = "";
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            String namespace = reader.getAttributeNamespace(i);
            String value = reader.getAttributeValue(i);
            if (name.equals("href") && (isNone(namespace) || XLINK.equals(namespace))) {
                found.put("href", value);
            } else if (!isNone(namespace)) {
                dropped.add("attribute " + name);
            } else if (name.equals("style")) {
                style = value;
            } else if (name.startsWith("on") || isWanted(name)) {
                found.put(name, value);
            } else {
                dropped.add("attribute " + name);
            }
        }
        addStyle(style, found);
        return found;
    }

    /** A picture fills the place that it is shown in. */
    private boolean isWanted(String name) {
        boolean size = name.equals("width") || name.equals("height");
        return Vocabulary.isAttribute(name) && !(size && element.equals("svg"));
    }

    private void addStyle(String style, Map<String, String> found) {
        for (String declaration : style.split(";", -1)) {
            int colon = declaration.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String property = declaration.substring(0, colon).strip();
            if (Vocabulary.PROPERTIES.contains(property)) {
                found.put(property, declaration.substring(colon + 1).strip());
            } else {
                dropped.add("style " + property);
            }
        }
    }

    private static boolean isNone(@Nullable String namespace) {
        return namespace == null || namespace.isEmpty();
    }
}
