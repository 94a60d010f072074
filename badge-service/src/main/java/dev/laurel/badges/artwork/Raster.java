package dev.laurel.badges.artwork;

import java.util.Optional;

/** Draws pictures as pixels. */
public interface Raster {

    /**
     * The picture, {@link Png#SIDE} pixels square, on white.
     *
     * @return empty for one that can't be drawn, or not within the time that a picture has
     */
    Optional<Png> draw(Artwork artwork);
}
