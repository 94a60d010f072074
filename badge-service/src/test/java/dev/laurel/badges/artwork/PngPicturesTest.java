package dev.laurel.badges.artwork;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.badges.artwork.PngPictures.Drawn;
import dev.laurel.badges.catalogue.Badge;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PngPicturesTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Badge BADGE = Badge.withoutDescription("explorer");
    private static final Artwork MEDAL = DefaultArtwork.of(BADGE);
    private static final Artwork STAR = picture("star");

    private final List<Artwork> asked = new CopyOnWriteArrayList<>();

    @Test
    void drawsAPictureOnceHoweverManyAskAtOnce() throws Exception {
        // Given
        CountDownLatch all = new CountDownLatch(8);
        PngPictures pngs = new PngPictures(this::drawn, LONG, 1_000_000);

        // When
        List<Optional<Drawn>> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<Optional<Drawn>> ask =
                    () -> {
                        all.countDown();
                        all.await();
                        return pngs.of(STAR, BADGE);
                    };
            answers =
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> ask).toList()).stream()
                            .map(Future::resultNow)
                            .distinct()
                            .toList();
        }

        // Then
        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst().orElseThrow().itself()).isTrue();
        assertThat(asked).containsExactly(STAR);
    }

    @Test
    void showsTheMedalInsteadOfWhatCannotBeDrawn() {
        // Given
        PngPictures pngs =
                new PngPictures(
                        picture -> picture.equals(STAR) ? refused(picture) : drawn(picture),
                        LONG,
                        1_000_000);

        // When
        Drawn shown = pngs.of(STAR, BADGE).orElseThrow();

        // Then
        assertThat(shown.itself()).isFalse();
        assertThat(shown.png().digest()).isEqualTo(png(MEDAL).digest());
        assertThat(pngs.of(STAR, BADGE)).hasValue(shown);
        assertThat(asked).containsExactly(STAR, MEDAL);
    }

    @Test
    void triesAgainWhenNothingCouldBeDrawn() {
        // Given
        PngPictures pngs = new PngPictures(this::refused, LONG, 1_000_000);

        // Then
        assertThat(pngs.of(STAR, BADGE)).isEmpty();
        assertThat(pngs.of(STAR, BADGE)).isEmpty();
        assertThat(asked).containsExactly(STAR, MEDAL, STAR, MEDAL);
    }

    @Test
    void saysNoToThoseWhoWouldWaitTooLong() throws Exception {
        // Given
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        PngPictures pngs =
                new PngPictures(
                        picture -> {
                            begun.countDown();
                            await(go);
                            return drawn(picture);
                        },
                        Duration.ZERO,
                        1_000_000);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Optional<Drawn>> first = threads.submit(() -> pngs.of(STAR, BADGE));
            begun.await();

            // When
            Optional<Drawn> second = pngs.of(picture("other"), BADGE);

            // Then
            assertThat(second).isEmpty();
            go.countDown();
            assertThat(first.get()).isPresent();
        }
    }

    @Test
    void letsGoOfWhatNobodyAskedForTheLongest() {
        // Given
        int one = MEDAL.svg().length() + STAR.svg().length() + png(STAR).length();
        PngPictures pngs = new PngPictures(this::drawn, LONG, 2L * one + 9);
        pngs.of(STAR, BADGE);
        pngs.of(picture("moon"), BADGE);
        pngs.of(STAR, BADGE);

        // When
        pngs.of(picture("tree"), BADGE);

        // Then
        pngs.of(STAR, BADGE);
        pngs.of(picture("moon"), BADGE);
        assertThat(asked).containsExactly(STAR, picture("moon"), picture("tree"), picture("moon"));
    }

    private Optional<Png> drawn(Artwork picture) {
        asked.add(picture);
        return Optional.of(png(picture));
    }

    private Optional<Png> refused(Artwork picture) {
        asked.add(picture);
        return Optional.empty();
    }

    /** No pixels, but another one for every picture. */
    private static Png png(Artwork picture) {
        return new Png(
                ("\u0089PNG\r\n\u001a\n" + " ".repeat(25) + picture.svg()).getBytes(ISO_8859_1));
    }

    private static Artwork picture(String id) {
        return new Artwork(Artwork.START + " id=\"" + id + "\" viewBox=\"0 0 9 9\"></svg>");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
