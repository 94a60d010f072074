package dev.laurel.badges.artwork.raster;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Tells pictures of which a single step, which can't be stopped, could take long: it takes time
 * with the square of a path's length, and a mask or clip is one step with all that is in it. The
 * numbers are far above what badges have, and were chosen so that a step takes about a second at
 * most. Used once.
 */
final class Affordable {

    private static final int MAX_PATH = 32 * 1024;
    private static final int MAX_TEXT = 2_000;

    private static final int MAX_MASK_SHAPES = 100;
    private static final int MAX_MASK_PATHS = 32 * 1024;
    private static final int MAX_CLIP_PATHS = 4 * 1024;

    private static final Set<String> NOT_IN_STENCILS =
            Set.of("mask", "clip-path", "stroke-dasharray");

    /** Where an element is, as far as that matters for the time that it takes. */
    private enum Place {
        OPEN,
        MASKED,
        IN_MASK,
        IN_CLIP
    }

    private int text;
    private int maskShapes;
    private int maskPaths;
    private int clipPaths;
    private boolean ok = true;

    private Affordable() {}

    /**
     * Whether every step of drawing a picture is short.
     *
     * @param svg a picture that was checked or drawn here
     */
    static boolean isAffordable(String svg) {
        Affordable picture = new Affordable();
        try {
            picture.read(
                    XMLInputFactory.newDefaultFactory()
                            .createXMLStreamReader(new StringReader(svg)));
        } catch (XMLStreamException e) {
            return false;
        }
        return picture.isOk();
    }

    private boolean isOk() {
        return ok
                && text <= MAX_TEXT
                && maskShapes <= MAX_MASK_SHAPES
                && maskPaths <= MAX_MASK_PATHS
                && clipPaths <= MAX_CLIP_PATHS;
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        Deque<Place> places = new ArrayDeque<>();
        places.push(Place.OPEN);
        while (ok && reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Place place = inside(places.element(), reader);
                    places.push(place);
                    element(reader, place);
                }
                case XMLStreamConstants.END_ELEMENT -> places.pop();
                case XMLStreamConstants.CHARACTERS -> text += reader.getTextLength();
                default -> {
                    // Nothing else takes time.
                }
            }
        }
    }

    private static Place inside(Place outer, XMLStreamReader reader) {
        if (outer == Place.IN_MASK || outer == Place.IN_CLIP) {
            return outer;
        }
        return switch (reader.getLocalName()) {
            case "mask" -> Place.IN_MASK;
            case "clipPath" -> Place.IN_CLIP;
            default -> reader.getAttributeValue(null, "mask") == null ? outer : Place.MASKED;
        };
    }

    private void element(XMLStreamReader reader, Place place) {
        boolean stencil = place == Place.IN_MASK || place == Place.IN_CLIP;
        int path = 0;
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            if (name.equals("d") || name.equals("points")) {
                path += reader.getAttributeValue(i).length();
            }
            // One mask or clip in another, or dashes in it, could multiply.
            ok &= !stencil || !NOT_IN_STENCILS.contains(name);
        }
        // The outline of text is computed for what is masked, and for a clip.
        ok &=
                path <= MAX_PATH
                        && !(reader.getLocalName().equals("text")
                                && (place == Place.MASKED || place == Place.IN_CLIP));
        switch (place) {
            case IN_MASK -> {
                maskShapes++;
                maskPaths += path;
            }
            case IN_CLIP -> clipPaths += path;
            case OPEN, MASKED -> {
                // Drawn in steps of its own.
            }
        }
    }
}
