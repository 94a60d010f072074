package dev.laurel.badges.artwork.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.laurel.badges.artwork.Artwork;
import dev.laurel.badges.artwork.DefaultArtwork;
import dev.laurel.badges.artwork.Png;
import dev.laurel.badges.artwork.PngChunks;
import dev.laurel.badges.artwork.svg.SvgCheck;
import dev.laurel.badges.artwork.svg.Verdict;
import dev.laurel.badges.catalogue.Badge;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsvgRasterTest {

    private static final Duration TIME = Duration.ofSeconds(3);
    private static final int ALL = Png.SIDE * Png.SIDE;

    private static final String STENCIL =
            "<mask id='m'><rect width='64' height='128' fill='white'/></mask>"
                    + "<clipPath id='c'><rect width='64' height='128'/></clipPath>";

    private final Letters some = new Letters(c -> c == 'E' || c == 'x');
    private final Letters none = new Letters(null);

    @Test
    void drawsAMedal() {
        // When
        BufferedImage image = drawn(DefaultArtwork.of(badge("Explorer")), none);

        // Then
        assertThat(image.getWidth()).isEqualTo(Png.SIDE);
        assertThat(image.getHeight()).isEqualTo(Png.SIDE);
        // A medal of radius 84 to 94 of 256, with its scallops and a white ring.
        assertThat(PngChunks.drawn(image)).isBetween(ALL * 30L / 100, ALL * 44L / 100);
        assertThat(PngChunks.ofColour(image, 0xFFFFFF)).isGreaterThan(ALL / 2L);
        assertThat(PngChunks.ofColour(image, 0)).isZero();
    }

    @Test
    void leavesOutWhatThereIsNoFontFor() {
        // Given
        Artwork medal = DefaultArtwork.of(badge("Explorer 👑"));
        Artwork silent = new Artwork(medal.svg().replaceAll("<text.*?</text>", ""));

        // Then
        assertThat(digest(medal, none)).isEqualTo(digest(silent, none));
        assertThat(digest(medal, new Letters(_ -> false))).isEqualTo(digest(silent, none));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Explorer", "👑 Königin 🏆", "日本語", "\uD83D", " ", "العربية"})
    void drawsAnyName(String name) {
        assertThat(PngChunks.drawn(drawn(DefaultArtwork.of(badge(name)), Letters.ofThisMachine())))
                .isGreaterThan(ALL * 30L / 100);
    }

    @Test
    void drawsTextWhereThereAreFonts() {
        // Given
        assumeTrue(Letters.ofThisMachine().isAny(), "this machine has fonts");
        Artwork text = checked("<text x='9' y='99' font-size='90'>Ex</text>");

        // Then
        assertThat(PngChunks.drawn(drawn(text, some))).isBetween(ALL / 100L, ALL / 3L);
        assertThat(PngChunks.drawn(drawn(text, none))).isZero();
    }

    /** Left half red, and nothing else, in as many ways as there are to say so. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rect width='64' height='128' fill='red'/>",
                "<rect width='64' height='128' style='fill:hsl(0, 100%, 50%)'/>",
                "<path d='M0 0H64V128H0z' fill='rgb(255, 0, 0)'/>",
                "<polygon points='0,0 64,0 64,128 0,128' fill='#f00'/>",
                "<g transform='scale(2)'><rect width='32' height='64' fill='red'/></g>",
                "<line x1='32' x2='32' y2='128' stroke='red' stroke-width='64'/>",
                "<defs><linearGradient id='a'><stop stop-color='#f00'/></linearGradient>"
                        + "<linearGradient id='b' href='#a'/></defs>"
                        + "<rect width='64' height='128' fill='url(#b)'/>",
                STENCIL + "<rect width='128' height='128' fill='red' clip-path='url(#c)'/>",
                STENCIL + "<g mask='url(#m)'><rect width='128' height='128' fill='red'/></g>"
            })
    void drawsWhatIsLetThrough(String inside) {
        // When
        BufferedImage image = drawn(checked(inside), none);

        // Then
        assertThat(PngChunks.ofColour(image, 0xFF0000)).isBetween(ALL / 2L - 1_300, ALL / 2L);
        assertThat(PngChunks.drawn(image)).isBetween(ALL / 2L - 1_300, ALL / 2L + 1_300);
    }

    @Test
    void drawsDashes() {
        // Given
        String line = "<line y1='64' x2='128' y2='64' stroke='red' stroke-width='64' %s/>";

        // Then
        assertThat(PngChunks.drawn(drawn(checked(line.formatted("stroke-dasharray='8'")), none)))
                .isBetween(ALL / 4L - 1_300, ALL / 4L + 1_300);
        assertThat(
                        PngChunks.drawn(
                                drawn(checked(line.formatted("stroke-dasharray='.0001'")), none)))
                .isBetween(ALL / 2L - 1_300, ALL / 2L + 1_300);
    }

    @Test
    void loadsNothing(@TempDir Path folder) throws IOException {
        // Given
        Path red = folder.resolve("red.png");
        Files.write(red, png(checked("<rect width='128' height='128' fill='red'/>"), none).bytes());
        Artwork outside =
                new Artwork(
                        """
                        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\
                        <image width="9" height="9" href="%s"/>\
                        <image width="9" height="9" href="data:image/png;base64,%s"/></svg>\
                        """
                                .formatted(
                                        red.toUri(),
                                        Base64.getEncoder()
                                                .encodeToString(Files.readAllBytes(red))));

        // Then
        assertThat(PngChunks.ofColour(drawn(outside, none), 0xFF0000)).isZero();
    }

    @Test
    void stopsWhenTheTimeIsUp() {
        // Given
        Artwork picture = checked("<rect width='9' height='9'/>".repeat(100));
        AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5_000);

        // Then
        assertThat(
                        new JsvgRaster(Duration.ofNanos(2_000), clock::incrementAndGet, () -> none)
                                .draw(picture))
                .isPresent();
        assertThat(
                        new JsvgRaster(Duration.ofNanos(50), clock::incrementAndGet, () -> none)
                                .draw(picture))
                .isEmpty();
    }

    /** Whatever becomes of them, none takes much longer than a picture may, or much memory. */
    @ParameterizedTest
    @MethodSource
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void hostile(Artwork picture) {
        // When
        Optional<Png> png =
                new JsvgRaster(Duration.ofSeconds(1), System::nanoTime, Letters::ofThisMachine)
                        .draw(picture);

        // Then
        assertThat(png.map(each -> PngChunks.pixels(each.bytes()).getWidth()).orElse(Png.SIDE))
                .isEqualTo(Png.SIDE);
    }

    static Stream<Named<Artwork>> hostile() {
        Random random = new Random(4711);
        IntFunction<String> zigzag =
                length -> {
                    StringBuilder path = new StringBuilder("M0 0");
                    while (path.length() < length - 9) {
                        path.append('L')
                                .append(random.nextInt(128))
                                .append(' ')
                                .append(random.nextInt(128));
                    }
                    return path.toString();
                };
        String full =
                "<rect width='128' height='128' opacity='.5' mask='url(#m)' clip-path='url(#c)'/>";
        return Stream.of(
                named(
                        "huge size",
                        "<rect width='1e38' height='1e38' stroke='red' stroke-width='1e38'/>"),
                named(
                        "huge scale",
                        "<g transform='scale(1e30)'><circle r='1e-30'/><text>x</text></g>"),
                named("huge text", "<text font-size='1e30'>xxx</text>"),
                named(
                        "deep",
                        "<g opacity='.9'>".repeat(30)
                                + "<rect width='9' height='9'/>"
                                + "</g>".repeat(30)),
                named(
                        "many",
                        "<circle cx='64' cy='64' r='90' fill='url(#g)' opacity='.5'/>"
                                .repeat(3_300)),
                named("long fill", "<path d='" + zigzag.apply(250_000) + "'/>"),
                named(
                        "long stroke",
                        "<path d='"
                                + zigzag.apply(32_000)
                                + "' stroke='red' stroke-width='9' stroke-linejoin='round'/>"),
                named(
                        "long strokes",
                        ("<path d='" + zigzag.apply(32_000) + "' stroke='red' stroke-width='9'/>")
                                .repeat(7)),
                named(
                        "long dashed",
                        "<path d='"
                                + zigzag.apply(32_000)
                                + "' stroke='red' stroke-dasharray='.3' stroke-linecap='round'/>"),
                named(
                        "fine dashes",
                        "<path d='M0 0L128 128' stroke='red' stroke-dasharray='.000001'/>"),
                named(
                        "fine dashes of a scale",
                        "<path d='M0 0L1e9 1e9' transform='scale(1e-7)' stroke='red' stroke-width='1e7' stroke-dasharray='1'/>"),
                named(
                        "fine dashes in a mask",
                        "<mask id='d'><path d='M0 0L128 128' stroke='red' stroke-dasharray='.000001'/></mask><g mask='url(#d)'>"
                                + full
                                + "</g>"),
                named(
                        "fine dashes around a mask",
                        "<g stroke='red' stroke-dasharray='.000001'><mask id='d'><path d='M0 0L128 128'/></mask></g>"
                                + "<g mask='url(#d)'><rect width='128' height='128'/></g>"),
                named("far dashes", "<path d='M0 0L1e9 1e9' stroke='red' stroke-dasharray='1'/>"),
                named("masks", STENCIL + full.repeat(2_000)),
                named(
                        "masks of masks",
                        chain() + "<rect width='128' height='128' mask='url(#m0)'/>"),
                named(
                        "mask of itself",
                        "<mask id='m'><rect width='9' height='9' mask='url(#m)'/></mask>" + full),
                named(
                        "gradient of itself",
                        "<linearGradient id='a' href='#b'/><linearGradient id='b' href='#a'/><rect width='9' height='9' fill='url(#a)'/>"),
                named(
                        "full mask",
                        "<mask id='m'>"
                                + "<circle cx='64' cy='64' r='90' fill='url(#g)' opacity='.5'/>"
                                        .repeat(99)
                                + "</mask>"
                                + full.repeat(99)),
                named(
                        "long clip",
                        "<clipPath id='c'><path d='"
                                + zigzag.apply(4_000)
                                + "'/></clipPath>"
                                + full.repeat(99)),
                named(
                        "masked text",
                        STENCIL
                                + "<g mask='url(#m)'>".repeat(20)
                                + "<text y='64' font-size='50' stroke='red' stroke-width='3'>"
                                + "@&amp;8".repeat(66)
                                + "</text>"
                                + "</g>".repeat(20)),
                named(
                        "clipped text",
                        STENCIL
                                + "<g clip-path='url(#c)'>".repeat(20)
                                + "<text y='64' font-size='50' stroke='red' stroke-width='3'>"
                                + "@&amp;8".repeat(66)
                                + "</text>"
                                + "</g>".repeat(20)),
                named(
                        "clip of text",
                        "<clipPath id='c'><text y='64' font-size='50'>"
                                + "@&amp;8".repeat(66)
                                + "</text></clipPath>"
                                + full),
                named(
                        "masked strokes",
                        STENCIL
                                + "<g mask='url(#m)'><path d='"
                                + zigzag.apply(32_000)
                                + "' fill='blue' stroke='red' stroke-width='3'/></g>"),
                named(
                        "clipped strokes",
                        STENCIL
                                + "<path d='"
                                + zigzag.apply(32_000)
                                + "' fill='blue' stroke='red' stroke-width='3' clip-path='url(#c)'/>"),
                named("much text", "<text y='9'>" + "W".repeat(200_000) + "</text>"));
    }

    private static String chain() {
        return IntStream.range(0, 8)
                .mapToObj(i ->
                        "<mask id='m%d'>%s</mask>"
                                .formatted(
                                        i,
                                        "<rect width='128' height='128' fill='white' mask='url(#m%d)'/>"
                                                .formatted(i + 1)
                                                .repeat(9)))
                .collect(Collectors.joining());
    }

    private static Named<Artwork> named(String name, String inside) {
        return Named.of(
                name,
                checked(
                        "<radialGradient id='g'><stop offset='0' stop-color='red' stop-opacity='.5'/><stop offset='1' stop-color='blue'/></radialGradient>"
                                + inside));
    }

    /** As an upload comes through. */
    private static Artwork checked(String inside) {
        String svg =
                "<svg viewBox='0 0 128 128' xmlns='http://www.w3.org/2000/svg'>"
                        + inside
                        + "</svg>";
        return switch (SvgCheck.of(svg.getBytes(StandardCharsets.UTF_8))) {
            case Verdict.Safe safe -> safe.artwork();
            case Verdict.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    private static BufferedImage drawn(Artwork picture, Letters letters) {
        return PngChunks.pixels(png(picture, letters).bytes());
    }

    private static String digest(Artwork picture, Letters letters) {
        return png(picture, letters).digest();
    }

    private static Png png(Artwork picture, Letters letters) {
        return new JsvgRaster(TIME, System::nanoTime, () -> letters).draw(picture).orElseThrow();
    }

    private static Badge badge(String name) {
        return new Badge("explorer", name, null, null, false, Badge.Level.ONLY, List.of());
    }
}
