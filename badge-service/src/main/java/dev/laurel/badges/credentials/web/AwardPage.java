package dev.laurel.badges.credentials.web;

import static java.time.ZoneOffset.UTC;

import dev.laurel.badges.artwork.Png;
import dev.laurel.badges.artwork.XmlText;
import dev.laurel.badges.awards.Award;
import dev.laurel.badges.awards.PublicAward;
import dev.laurel.badges.awards.Status;
import dev.laurel.badges.catalogue.Badge;
import dev.laurel.badges.credentials.Issuer;
import java.time.LocalDate;

/** An award as a page that people read and share. It has no script and loads only its picture. */
record AwardPage(Issuer issuer) {

    static final String POLICY =
            "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private static final String STYLE =
            "body{font:1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;"
                    + "text-align:center;color:#222;background:#fff}img{width:16rem;height:16rem}"
                    + "dl{text-align:left}dt{font-weight:600}dd{margin:0 0 .75rem}"
                    + ".revoked{color:#a40000;font-weight:600}";

    String of(PublicAward shown, String programName, Badge badge) {
        Award award = shown.award();
        String path = "/v1/badge-awards/" + shown.publicId();
        String image =
                "/v1/programs/%s/badges/%s/image"
                        .formatted(award.holder().program(), award.badge());
        String description = badge.description() == null ? "" : badge.description();
        String criteria = badge.criteria() == null ? description : badge.criteria();
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>%1$s</title>
        <meta name="description" content="%2$s">
        <meta property="og:type" content="website">
        <meta property="og:title" content="%1$s">
        <meta property="og:description" content="%2$s">
        <meta property="og:site_name" content="%3$s">
        <meta property="og:url" content="%4$s">
        <meta property="og:image" content="%5$s">
        <meta property="og:image:type" content="image/png">
        <meta property="og:image:width" content="%12$d">
        <meta property="og:image:height" content="%12$d">
        <meta property="og:image:alt" content="%1$s">
        <link rel="alternate" type="text/plain" href="%6$s.jwt" title="Open Badges 3.0 credential">
        <style>%7$s</style>
        </head>
        <body>
        <main>
        <img src="%8$s" alt="">
        <h1>%1$s</h1>
        %9$s<p>%2$s</p>
        <dl>
        <dt>Criteria</dt><dd>%10$s</dd>
        <dt>Issuer</dt><dd>%3$s</dd>
        <dt>Awarded</dt><dd>%11$s</dd>
        </dl>
        <p><a href="%6$s.jwt">Credential (Open Badges 3.0)</a> · Picture with credential: <a href="%6$s.png">PNG</a>, <a href="%6$s.svg">SVG</a></p>
        </main>
        </body>
        </html>
        """
                .formatted(
                        XmlText.of(badge.name()),
                        XmlText.of(description),
                        XmlText.of(programName),
                        XmlText.of(issuer.at(path)),
                        XmlText.of(issuer.at(image + ".png")),
                        path,
                        STYLE,
                        XmlText.of(image),
                        revoked(award),
                        XmlText.of(criteria),
                        LocalDate.ofInstant(award.firstIssuedAt(), UTC),
                        Png.SIDE);
    }

    private static String revoked(Award award) {
        return award.status() == Status.ISSUED
                ? ""
                : "<p class=\"revoked\">Revoked on %s</p>\n"
                        .formatted(LocalDate.ofInstant(award.changedAt(), UTC));
    }
}
