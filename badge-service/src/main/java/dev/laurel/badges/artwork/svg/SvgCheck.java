package dev.laurel.badges.artwork.svg;

import dev.laurel.badges.artwork.Artwork;
import dev.laurel.badges.artwork.XmlText;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a picture and writes what of it is in the {@link Vocabulary} anew, so that what browsers
 * get is this service's own spelling. Scripts, references to the outside and the like refuse the
 * whole picture; what editors leave behind is left out. Used once.
 */
public final class SvgCheck {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int MAX_ELEMENTS = 5_000;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_PROBLEMS = 20;

    private final StringBuilder written = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> dropped = new LinkedHashSet<>();
    private int elements;

    private SvgCheck() {}

    /**
     * Checks a picture.
     *
     * @param picture an SVG document in any encoding that XML has
     */
    public static Verdict of(byte[] picture) {
        SvgCheck check = new SvgCheck();
        try {
            check.read(reader(picture));
        } catch (XMLStreamException e) {
            check.problems.add(
                    "Expected an SVG picture, but line %d is no XML."
                            .formatted(
                                    e.getLocation() == null ? 1 : e.getLocation().getLineNumber()));
        }
        return check.problems.isEmpty()
                ? new Verdict.Safe(
                        new Artwork(check.written.toString()), List.copyOf(check.dropped))
                : new Verdict.Refused(check.problems);
    }

    private static XMLStreamReader reader(byte[] picture) throws XMLStreamException {
        XMLInputFactory readers = XMLInputFactory.newDefaultFactory();
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        readers.setProperty(XMLInputFactory.IS_COALESCING, true);
        return readers.createXMLStreamReader(new ByteArrayInputStream(picture));
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext() && problems.size() < MAX_PROBLEMS) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.END_ELEMENT ->
                        written.append("</").append(open.pop()).append('>');
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader);
                case XMLStreamConstants.DTD -> refuse(reader, "no DOCTYPE", "there is one");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                        refuse(
                                reader,
                                "no entities",
                                "there is '%s'".formatted(reader.getLocalName()));
                default -> {
                    // Comments and processing instructions draw nothing.
                }
            }
        }
    }

    private void start(XMLStreamReader reader) throws XMLStreamException {
        String name = reader.getLocalName();
        boolean known = SVG.equals(reader.getNamespaceURI());
        if (open.isEmpty() && !(known && name.equals("svg"))) {
            refuse(reader, "svg of the namespace " + SVG, "it was '%s'".formatted(name));
            skip(reader);
        } else if (!known || Vocabulary.NOTES.contains(name)) {
            dropped.add("element " + name);
            skip(reader);
        } else if (!Vocabulary.ELEMENTS.contains(name) || (!open.isEmpty() && name.equals("svg"))) {
            refuse(reader, "an element that draws", "it was '%s'".formatted(name));
            skip(reader);
        } else if (++elements > MAX_ELEMENTS || open.size() >= MAX_DEPTH) {
            refuse(
                    reader,
                    "at most %d elements, %d deep".formatted(MAX_ELEMENTS, MAX_DEPTH),
                    "there are more");
            skip(reader);
        } else {
            write(reader, name);
        }
    }

    private void write(XMLStreamReader reader, String name) {
        Map<String, String> attributes = new SvgAttributes(name, dropped).of(reader);
        attributes.forEach((attribute, value) -> {
            if (attribute.startsWith("on") || !isSafe(name, attribute, value)) {
                refuse(
                        reader,
                        "an attribute that draws",
                        "it was %s='%s'".formatted(attribute, shortened(value)));
            }
        });
        if (open.isEmpty() && !attributes.containsKey("viewBox")) {
            refuse(reader, "a viewBox", "there is none");
        }
        written.append(open.isEmpty() ? "<svg xmlns=\"" + SVG + "\"" : "<" + name);
        attributes.forEach((attribute, value) ->
                written.append(' ')
                        .append(attribute)
                        .append("=\"")
                        .append(XmlText.of(value))
                        .append('"'));
        written.append('>');
        open.push(name);
    }

    private static boolean isSafe(String element, String attribute, String value) {
        return attribute.equals("href")
                ? Vocabulary.GRADIENTS.contains(element) && Vocabulary.isLocal(value)
                : Vocabulary.isHarmless(attribute, value);
    }

    private void text(XMLStreamReader reader) {
        String inside = open.peek();
        if (inside != null && Vocabulary.WITH_TEXT.contains(inside)) {
            written.append(XmlText.of(reader.getText()));
        } else if (!reader.getText().isBlank()) {
            dropped.add("text outside of text elements");
        }
    }

    private static void skip(XMLStreamReader reader) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // What is skipped is skipped whole.
                }
            }
        }
    }

    private void refuse(XMLStreamReader reader, String expected, String found) {
        problems.add(
                "Expected %s, but in line %d %s."
                        .formatted(expected, reader.getLocation().getLineNumber(), found));
    }

    private static String shortened(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }
}
