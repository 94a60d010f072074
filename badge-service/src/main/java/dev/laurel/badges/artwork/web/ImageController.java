package dev.laurel.badges.artwork.web;

import dev.laurel.badges.artwork.DefaultArtwork;
import dev.laurel.badges.artwork.Pictures;
import dev.laurel.badges.artwork.Pictures.Upload;
import dev.laurel.badges.artwork.Png;
import dev.laurel.badges.artwork.PngPictures;
import dev.laurel.badges.artwork.PngPictures.Drawn;
import dev.laurel.badges.artwork.svg.SvgCheck;
import dev.laurel.badges.artwork.svg.Verdict;
import dev.laurel.badges.catalogue.Badge;
import dev.laurel.badges.catalogue.Catalogue;
import dev.laurel.badges.catalogue.Catalogues;
import dev.laurel.badges.catalogue.web.CatalogueProblem;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.EntityTag;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What a badge looks like. */
@RestController
class ImageController {

    private static final String PATH = "/v1/programs/{program}/badges/{badge}/image";
    private static final int MAX_BYTES = 256 * 1024;

    private final Pictures pictures;
    private final PngPictures pngs;
    private final Catalogues catalogues;

    ImageController(Pictures pictures, PngPictures pngs, Catalogues catalogues) {
        this.pictures = pictures;
        this.pngs = pngs;
        this.catalogues = catalogues;
    }

    /**
     * What became of an upload.
     *
     * @param bytes the length of what is shown
     * @param dropped what was left out because it draws nothing
     * @param inPng whether the PNG shows it; else that has the medal of a badge without a picture
     */
    record UploadView(int bytes, List<String> dropped, boolean inPng) {}

    /** Also of a badge that the program describes no more: credentials of it point here. */
    @GetMapping(PATH)
    ResponseEntity<String> image(@PathVariable String program, @PathVariable String badge) {
        Badge found = catalogue(program).badge(badge);
        Optional<Upload> upload = pictures.uploaded(program, badge);
        return SvgAnswer.of(
                upload.map(Upload::artwork).orElseGet(() -> DefaultArtwork.of(found)).svg(),
                tag(found, upload));
    }

    /** The same as pixels, where previews show no SVG. */
    @GetMapping(PATH + ".png")
    ResponseEntity<byte[]> png(@PathVariable String program, @PathVariable String badge) {
        Badge found = catalogue(program).badge(badge);
        Png png = PngAnswer.drawn(pngs.of(pictures.of(program, found), found));
        return PngAnswer.of(png, new EntityTag(png.digest()));
    }

    @PutMapping(path = PATH, consumes = "image/svg+xml")
    ResponseEntity<UploadView> upload(
            @PathVariable String program,
            @PathVariable String badge,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody byte[] picture) {
        Badge found =
                catalogue(program)
                        .find(badge)
                        .orElseThrow(() -> CatalogueProblem.unknown(program, badge));
        Verdict.Safe safe = checked(picture);
        String revision = pictures.replace(program, badge, safe.artwork(), seen(found, ifMatch));
        return ResponseEntity.ok()
                .eTag(new EntityTag(revision).toString())
                .body(
                        new UploadView(
                                safe.artwork().svg().length(),
                                safe.dropped(),
                                pngs.of(safe.artwork(), found).map(Drawn::itself).orElse(false)));
    }

    /** Goes back to the picture that is drawn. */
    @DeleteMapping(PATH)
    ResponseEntity<Void> remove(
            @PathVariable String program,
            @PathVariable String badge,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        Badge found = catalogue(program).badge(badge);
        pictures.remove(program, badge, seen(found, ifMatch));
        return ResponseEntity.noContent().build();
    }

    private static Verdict.Safe checked(byte[] picture) {
        if (picture.length > MAX_BYTES) {
            throw new Problem(
                    CommonProblem.TOO_LARGE,
                    "Expected a picture of at most %d bytes, but it has %d."
                            .formatted(MAX_BYTES, picture.length));
        }
        return switch (SvgCheck.of(picture)) {
            case Verdict.Safe safe -> safe;
            case Verdict.Refused(List<String> problems) ->
                    throw new Problem(
                            CommonProblem.INVALID_CONTENT,
                            problems.getFirst(),
                            problems.stream().map(each -> new Violation("", each)).toList());
        };
    }

    private static Consumer<Optional<Upload>> seen(Badge badge, @Nullable String ifMatch) {
        return upload -> tag(badge, upload).requireMatch(ifMatch);
    }

    /** A drawn picture changes with the program, an uploaded one by uploads. */
    private static EntityTag tag(Badge badge, Optional<Upload> upload) {
        return upload.map(there -> new EntityTag(there.revision()))
                .orElseGet(() ->
                        new EntityTag(
                                "drawn-"
                                        + Integer.toHexString(
                                                DefaultArtwork.of(badge).svg().hashCode())));
    }

    private Catalogue catalogue(String program) {
        return catalogues
                .of(program, null)
                .orElseThrow(() ->
                        new Problem(
                                CommonProblem.UNKNOWN_PROGRAM,
                                "Expected a published program, but '%s' is none."
                                        .formatted(program)));
    }
}
