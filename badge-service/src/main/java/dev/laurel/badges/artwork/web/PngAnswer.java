package dev.laurel.badges.artwork.web;

import dev.laurel.badges.artwork.Png;
import dev.laurel.badges.artwork.PngPictures.Drawn;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.EntityTag;
import dev.laurel.web.Problem;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A picture as pixels. */
public final class PngAnswer {

    private static final Duration LATER = Duration.ofSeconds(10);

    private PngAnswer() {}

    public static ResponseEntity<byte[]> of(byte[] png) {
        return answer().body(png);
    }

    static ResponseEntity<byte[]> of(Png png, EntityTag tag) {
        return answer().eTag(tag.toString()).body(png.bytes());
    }

    /** The picture, or the problem that it is not to be had now. */
    public static Png drawn(Optional<Drawn> drawn) {
        return drawn.map(Drawn::png)
                .orElseThrow(() ->
                        new Problem(
                                        CommonProblem.UNAVAILABLE,
                                        "Expected to draw a picture, but there are too many to draw, or this installation can't.")
                                .retryAfter(LATER));
    }

    private static ResponseEntity.BodyBuilder answer() {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .header("X-Content-Type-Options", "nosniff");
    }
}
