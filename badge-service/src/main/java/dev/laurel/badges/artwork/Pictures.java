package dev.laurel.badges.artwork;

import dev.laurel.badges.catalogue.Badge;

/** What the badges of programs look like. */
public interface Pictures {

    /** The picture that was uploaded for a badge, or the one that is drawn for it. */
    Artwork of(String program, Badge badge);
}
