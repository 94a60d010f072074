package dev.laurel.badges.artwork.raster;

import java.awt.Font;
import java.io.StringReader;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.XMLEvent;
import javax.xml.stream.util.EventReaderDelegate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves out of pictures what this machine has no font for: all text where there is none at all, as
 * in many containers, else the letters that would show as empty boxes.
 */
final class Letters {

    private static final Logger log = LoggerFactory.getLogger(Letters.class);

    private final @Nullable IntPredicate displayable;

    /**
     * @param displayable the code points that can be shown; null for none at all
     */
    Letters(@Nullable IntPredicate displayable) {
        this.displayable = displayable;
    }

    /** What the fonts of this machine can show; looked at when it is first asked for. */
    static Letters ofThisMachine() {
        return Machine.LETTERS;
    }

    /** Whether anything can be shown. */
    boolean isAny() {
        return displayable != null;
    }

    private static final class Machine {

        static final Letters LETTERS = new Letters(displayable());

        private static @Nullable IntPredicate displayable() {
            try {
                Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
                return font.canDisplay('A') ? font::canDisplay : null;
            } catch (OutOfMemoryError e) {
                throw e;
            } catch (RuntimeException | Error e) {
                // Without fonts Java 2D throws one or the other, by release and system.
                log.warn(
                        "Pictures are drawn as PNG without text: there are no fonts. {}",
                        e.toString());
                return null;
            }
        }
    }

    /** Reads a picture without what can't be shown. */
    XMLEventReader reader(String svg) throws XMLStreamException {
        XMLInputFactory readers = XMLInputFactory.newDefaultFactory();
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLEventReader all = readers.createXMLEventReader(new StringReader(svg));
        return displayable == null ? new Textless(all) : new Displayable(all, displayable);
    }

    private static final class Displayable extends EventReaderDelegate {

        private final XMLEventFactory events = XMLEventFactory.newDefaultFactory();
        private final IntPredicate displayable;

        Displayable(XMLEventReader all, IntPredicate displayable) {
            super(all);
            this.displayable = displayable;
        }

        @Override
        public XMLEvent nextEvent() throws XMLStreamException {
            XMLEvent event = super.nextEvent();
            return event.isCharacters()
                    ? events.createCharacters(displayable(event.asCharacters().getData()))
                    : event;
        }

        private String displayable(String text) {
            return text.codePoints()
                    .filter(c -> Character.isWhitespace(c) || displayable.test(c))
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
        }
    }

    /** A text element is never the last thing of a picture. */
    private static final class Textless extends EventReaderDelegate {

        Textless(XMLEventReader all) {
            super(all);
        }

        @Override
        public XMLEvent nextEvent() throws XMLStreamException {
            XMLEvent event = super.nextEvent();
            while (isText(event)) {
                for (int depth = 1; depth > 0; ) {
                    XMLEvent inside = super.nextEvent();
                    depth += inside.isStartElement() ? 1 : inside.isEndElement() ? -1 : 0;
                }
                event = super.nextEvent();
            }
            return event;
        }

        private static boolean isText(XMLEvent event) {
            return event.isStartElement()
                    && event.asStartElement().getName().getLocalPart().equals("text");
        }
    }
}
