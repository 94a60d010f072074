package dev.laurel.badges.artwork.web;

import dev.laurel.badges.artwork.Pictures;
import dev.laurel.badges.catalogue.Badge;
import dev.laurel.badges.catalogue.Catalogues;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a badge looks like. */
@RestController
class ImageController {

    private final Pictures pictures;
    private final Catalogues catalogues;

    ImageController(Pictures pictures, Catalogues catalogues) {
        this.pictures = pictures;
        this.catalogues = catalogues;
    }

    /** Also of a badge that the program describes no more: credentials of it point here. */
    @GetMapping("/v1/programs/{program}/badges/{badge}/image")
    ResponseEntity<String> image(@PathVariable String program, @PathVariable String badge) {
        Badge found =
                catalogues
                        .of(program, null)
                        .orElseThrow(() ->
                                new Problem(
                                        CommonProblem.UNKNOWN_PROGRAM,
                                        "Expected a published program, but '%s' is none."
                                                .formatted(program)))
                        .badge(badge);
        return SvgAnswer.of(pictures.of(program, found).svg());
    }
}
