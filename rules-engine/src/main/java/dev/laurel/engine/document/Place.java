package dev.laurel.engine.document;

/**
 * A place in a document.
 *
 * @param pointer JSON pointer (RFC 6901), empty for the whole document
 */
public record Place(String pointer) {

    public static final Place ROOT = new Place("");

    public Place child(String key) {
        return new Place(pointer + "/" + key.replace("~", "~0").replace("/", "~1"));
    }

    public Place child(int index) {
        return new Place(pointer + "/" + index);
    }

    @Override
    public String toString() {
        return pointer;
    }
}
