package dev.laurel.badges.artwork;

import dev.laurel.badges.catalogue.Badge;
import java.util.Optional;
import java.util.function.Consumer;

/** What the badges of programs look like. */
public interface Pictures {

    /** The picture that was uploaded for a badge, or the one that is drawn for it. */
    default Artwork of(String program, Badge badge) {
        return uploaded(program, badge.id())
                .map(Upload::artwork)
                .orElseGet(() -> DefaultArtwork.of(badge));
    }

    Optional<Upload> uploaded(String program, String badge);

    /**
     * Replaces a badge's picture.
     *
     * @param check gets the upload that there is, empty for none, while nobody else can change it,
     *     and throws to keep it
     * @return the new revision
     */
    String replace(String program, String badge, Artwork artwork, Consumer<Optional<Upload>> check);

    /** Goes back to the picture that is drawn, unless the check throws. */
    void remove(String program, String badge, Consumer<Optional<Upload>> check);

    /**
     * A picture that somebody has drawn.
     *
     * @param revision changes with every upload
     */
    record Upload(Artwork artwork, String revision) {}
}
