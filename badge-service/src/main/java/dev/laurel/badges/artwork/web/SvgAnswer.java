package dev.laurel.badges.artwork.web;

import dev.laurel.web.EntityTag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A picture that runs nothing and loads nothing, even when it is opened as a page. */
public final class SvgAnswer {

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private SvgAnswer() {}

    public static ResponseEntity<String> of(String svg) {
        return answer().body(svg);
    }

    static ResponseEntity<String> of(String svg, EntityTag tag) {
        return answer().eTag(tag.toString()).body(svg);
    }

    private static ResponseEntity.BodyBuilder answer() {
        return ResponseEntity.ok()
                .contentType(SVG)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff");
    }
}
