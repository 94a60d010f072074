package dev.laurel.badges.artwork.raster;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.attributes.font.FontResolver;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.SVGRenderingHints;
import com.github.weisj.jsvg.view.ViewBox;
import dev.laurel.badges.artwork.Artwork;
import dev.laurel.badges.artwork.Png;
import dev.laurel.badges.artwork.Raster;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws with JSVG. Nothing outside of the picture is loaded. What a picture may take is bounded
 * twice: {@link Affordable} refuses what could keep a single step busy for long, and {@link
 * TimedOutput} stops between steps.
 *
 * <p>Not to be used by several threads at once, in the whole process: JSVG keeps fonts in a static
 * map that is not made for that and never shrinks; it is emptied after every picture.
 */
final class JsvgRaster implements Raster {

    private static final Logger log = LoggerFactory.getLogger(JsvgRaster.class);
    private static final int MAX_DEPTH = 40;
    private static final int MAX_ELEMENTS = 5_000;

    private final Duration time;
    private final LongSupplier nanos;
    private final Supplier<Letters> letters;
    private final LoaderContext context;

    /**
     * @param time that a picture may take
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    JsvgRaster(Duration time, LongSupplier nanos, Supplier<Letters> letters) {
        this.time = time;
        this.nanos = nanos;
        this.letters = letters;
        this.context =
                LoaderContext.builder()
                        .externalResourcePolicy(ResourcePolicy.DENY_ALL)
                        .documentLimits(new DocumentLimits(MAX_DEPTH, 0, MAX_ELEMENTS))
                        .paintParser(new HslPaints(LoaderContext.createDefault().paintParser()))
                        .build();
    }

    @Override
    public Optional<Png> draw(Artwork artwork) {
        try {
            return Affordable.isAffordable(artwork.svg())
                    ? Optional.of(encoded(drawn(artwork)))
                    : Optional.empty();
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // Java 2D throws errors where libraries or fonts of the system are missing.
            log.warn("A picture was not drawn as PNG. {}", e.toString());
            return Optional.empty();
        } finally {
            FontResolver.clearFontCache();
        }
    }

    private BufferedImage drawn(Artwork artwork) {
        SVGDocument document =
                new SVGLoader().load(() -> letters.get().reader(artwork.svg()), null, context);
        if (document == null) {
            throw new IllegalArgumentException(
                    "Expected a picture that JSVG reads, but it does not.");
        }
        BufferedImage image = new BufferedImage(Png.SIDE, Png.SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, Png.SIDE, Png.SIDE);
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(
                SVGRenderingHints.KEY_SOFT_CLIPPING,
                // Smooth edges need the outline of what is clipped, which takes long for text.
                artwork.svg().contains("<text")
                        ? SVGRenderingHints.VALUE_SOFT_CLIPPING_OFF
                        : SVGRenderingHints.VALUE_SOFT_CLIPPING_ON);
        graphics.setRenderingHint(
                SVGRenderingHints.KEY_CACHE_OFFSCREEN_IMAGE, SVGRenderingHints.VALUE_NO_CACHE);
        graphics.clipRect(0, 0, Png.SIDE, Png.SIDE);
        TimedOutput output = new TimedOutput(graphics, nanos, nanos.getAsLong() + time.toNanos());
        try {
            document.renderWithPlatform(
                    SansSerif.PLATFORM, output, new ViewBox(0, 0, Png.SIDE, Png.SIDE));
        } finally {
            output.dispose();
        }
        return image;
    }

    private static Png encoded(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // With a stream of its own ImageIO writes no temporary file.
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", stream)) {
                throw new IllegalStateException("Expected a writer for PNG, but there is none.");
            }
        } catch (IOException e) {
            throw new IllegalStateException("Expected a PNG in memory.", e);
        }
        return new Png(bytes.toByteArray());
    }
}
