package dev.laurel.badges.artwork;

import dev.laurel.badges.catalogue.Badge;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What badges look like where SVG is not shown. A picture is drawn once and kept; one is drawn at a
 * time, so that however many are asked for, they take one processor and the memory of one.
 */
public final class PngPictures {

    private final Raster raster;
    private final Duration patience;
    private final long memory;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<Wanted, Drawn> recent = new LinkedHashMap<>(16, 0.75f, true);
    private long kept;

    /**
     * @param patience how long a request waits for its turn
     * @param memory how much is kept of what was drawn, in bytes
     */
    public PngPictures(Raster raster, Duration patience, long memory) {
        this.raster = raster;
        this.patience = patience;
        this.memory = memory;
    }

    /**
     * A picture as pixels.
     *
     * @param itself whether it is the picture; else it is the medal that is drawn for a badge
     *     without one, since the picture would have taken too long
     */
    public record Drawn(Png png, boolean itself) {}

    private record Wanted(Artwork picture, Artwork medal) {

        long size() {
            return (long) picture.svg().length() + medal.svg().length();
        }
    }

    /**
     * The picture of a badge as pixels.
     *
     * @return empty while too many others are being drawn, or where not even a medal can be
     */
    public Optional<Drawn> of(Artwork picture, Badge badge) {
        Wanted wanted = new Wanted(picture, DefaultArtwork.of(badge));
        Drawn known = find(wanted);
        if (known != null) {
            return Optional.of(known);
        }
        if (!awaitTurn()) {
            return Optional.empty();
        }
        try {
            Drawn meanwhile = find(wanted);
            return meanwhile != null ? Optional.of(meanwhile) : draw(wanted);
        } finally {
            turn.unlock();
        }
    }

    private Optional<Drawn> draw(Wanted wanted) {
        Optional<Drawn> drawn =
                raster.draw(wanted.picture())
                        .map(png -> new Drawn(png, true))
                        .or(() -> raster.draw(wanted.medal()).map(png -> new Drawn(png, false)));
        drawn.ifPresent(each -> keep(wanted, each));
        return drawn;
    }

    private boolean awaitTurn() {
        try {
            return turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private @Nullable Drawn find(Wanted wanted) {
        synchronized (recent) {
            return recent.get(wanted);
        }
    }

    /** Lets go of what nobody has asked for the longest. */
    private void keep(Wanted wanted, Drawn drawn) {
        synchronized (recent) {
            recent.put(wanted, drawn);
            kept += size(wanted, drawn);
            var eldest = recent.entrySet().iterator();
            while (kept > memory && eldest.hasNext()) {
                var gone = eldest.next();
                kept -= size(gone.getKey(), gone.getValue());
                eldest.remove();
            }
        }
    }

    private static long size(Wanted wanted, Drawn drawn) {
        return wanted.size() + drawn.png().length();
    }
}
