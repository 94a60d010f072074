package dev.laurel.badges.credentials.web;

import dev.laurel.badges.artwork.Pictures;
import dev.laurel.badges.artwork.Png;
import dev.laurel.badges.artwork.PngPictures;
import dev.laurel.badges.artwork.web.PngAnswer;
import dev.laurel.badges.artwork.web.SvgAnswer;
import dev.laurel.badges.awards.Award;
import dev.laurel.badges.awards.Awards;
import dev.laurel.badges.awards.PublicAward;
import dev.laurel.badges.catalogue.Badge;
import dev.laurel.badges.catalogue.Catalogue;
import dev.laurel.badges.catalogue.Catalogues;
import dev.laurel.badges.credentials.Credentials;
import dev.laurel.badges.credentials.Issuer;
import dev.laurel.badges.credentials.Signatory.NoKeyException;
import dev.laurel.web.Problem;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * What anybody may know of an award who was given its address: as JSON, as a page for people, as a
 * credential. It does not name the member: the id belongs to the shop.
 */
@RestController
class BadgeAwardController {

    private static final MediaType TEXT =
            new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final MediaType HTML =
            new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Awards awards;
    private final Catalogues catalogues;
    private final Credentials credentials;
    private final Pictures pictures;
    private final PngPictures pngs;
    private final Issuer issuer;

    BadgeAwardController(
            Awards awards,
            Catalogues catalogues,
            Credentials credentials,
            Pictures pictures,
            PngPictures pngs,
            Issuer issuer) {
        this.awards = awards;
        this.catalogues = catalogues;
        this.credentials = credentials;
        this.pictures = pictures;
        this.pngs = pngs;
        this.issuer = issuer;
    }

    @GetMapping("/v1/badge-awards/{id}")
    ResponseEntity<?> award(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    @Nullable String languages) {
        PublicAward shown = find(id);
        Award award = shown.award();
        Catalogue catalogue = catalogues.known(award.holder().program(), languages);
        Badge badge = catalogue.badge(award.badge());
        var answer = ResponseEntity.ok().varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE);
        if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
            return answer.contentType(HTML)
                    .header("Content-Security-Policy", AwardPage.POLICY)
                    .header("X-Content-Type-Options", "nosniff")
                    .body(new AwardPage(issuer).of(shown, catalogue.programName(), badge));
        }
        return answer.contentType(MediaType.APPLICATION_JSON)
                .body(PublicAwardView.of(shown, badge));
    }

    @GetMapping("/v1/badge-awards/{id}.jwt")
    ResponseEntity<String> credential(@PathVariable UUID id) {
        find(id);
        return ResponseEntity.ok()
                .header("Access-Control-Allow-Origin", "*")
                .contentType(TEXT)
                .body(jwt(id));
    }

    /** The badge's picture with the credential in it. */
    @GetMapping("/v1/badge-awards/{id}.svg")
    ResponseEntity<String> baked(@PathVariable UUID id) {
        Award award = find(id).award();
        String program = award.holder().program();
        Badge badge = catalogues.known(program).badge(award.badge());
        return SvgAnswer.of(pictures.of(program, badge).baked(jwt(id)));
    }

    /** The same as pixels. */
    @GetMapping("/v1/badge-awards/{id}.png")
    ResponseEntity<byte[]> bakedPng(@PathVariable UUID id) {
        Award award = find(id).award();
        String program = award.holder().program();
        Badge badge = catalogues.known(program).badge(award.badge());
        String jwt = jwt(id);
        Png png = PngAnswer.drawn(pngs.of(pictures.of(program, badge), badge));
        return PngAnswer.of(png.baked(jwt));
    }

    private String jwt(UUID id) {
        try {
            return credentials
                    .of(id)
                    .orElseThrow(() ->
                            new Problem(
                                    CredentialProblem.BADGE_REVOKED,
                                    "Expected an award that holds, but %s is revoked."
                                            .formatted(id)));
        } catch (NoKeyException e) {
            throw NoKey.problem(e);
        }
    }

    private PublicAward find(UUID id) {
        return awards.find(id)
                .orElseThrow(() ->
                        new Problem(
                                CredentialProblem.UNKNOWN_BADGE_AWARD,
                                "Expected the public id of an award, but %s is none."
                                        .formatted(id)));
    }
}
