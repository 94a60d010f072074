package dev.laurel.badges.artwork.svg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.badges.artwork.Artwork;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvgCheckTest {

    @Test
    void writesWhatDrawsAnew() {
        // Given
        String picture =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- made by hand -->
                <svg viewBox="0 0 9 9" width="9" xmlns="http://www.w3.org/2000/svg"
                     xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ink="urn:editor" ink:version="1">
                  <metadata><ink:page onload="alert(1)"><script/></ink:page></metadata>
                  <ink:view/>
                  <defs><linearGradient id="a"><stop offset="0" style="stop-color:#f00; -x-y: 1"/></linearGradient>
                  <linearGradient id="b" xlink:href="#a"/></defs>
                  <path class="c" d="M0 0L9 9z" fill="url(#b) red"/>
                  <text>R &amp; D</text>
                </svg>
                """;

        // When
        Verdict verdict = check(picture);

        // Then
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Safe.class,
                        safe -> {
                            assertThat(safe.artwork().svg())
                                    .isEqualTo(
                                            """
                                            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs>\
                                            <linearGradient id="a"><stop offset="0" stop-color="#f00"></stop></linearGradient>\
                                            <linearGradient id="b" href="#a"></linearGradient></defs>\
                                            <path d="M0 0L9 9z" fill="url(#b) red"></path><text>R &amp; D</text></svg>\
                                            """);
                            assertThat(safe.dropped())
                                    .containsExactly(
                                            "attribute width",
                                            "attribute version",
                                            "element metadata",
                                            "element view",
                                            "style -x-y",
                                            "attribute class");
                        });
    }

    @Test
    void comesOutTheSameTheSecondTime() {
        // Given
        String once = safe("<g opacity='.5'><circle r='3' style='fill:rgb(1, 2, 3)'/></g>");

        // Then
        assertThat(check(once)).isEqualTo(new Verdict.Safe(new Artwork(once), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<g onclick='alert(1)'/>",
                "<g ONCLICK='alert(1)' onload='x'/>",
                "<image href='https://evil.example/pixel.png'/>",
                "<use href='#a'/>",
                "<a href='javascript:alert(1)'><text>x</text></a>",
                "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
                "<style>@import 'https://evil.example/x.css'</style>",
                "<animate attributeName='href' to='javascript:alert(1)'/>",
                "<set attributeName='onload' to='alert(1)'/>",
                "<path fill='url(https://evil.example/#a)'/>",
                "<path fill='UrL( https://evil.example/#a )'/>",
                "<path style='fill:url(https://evil.example/#a)'/>",
                "<path style='fill:u\\72l(https://evil.example/#a)'/>",
                "<path fill='url(data:image/svg+xml;base64,PHN2Zz4=#a)'/>",
                "<path id='a\" onload=\"b'/>",
                "<path href='#a'/>",
                "<linearGradient href='https://evil.example/#a'/>",
                "<linearGradient xmlns:x='http://www.w3.org/1999/xlink' x:href='//evil.example/#a'/>",
                "<svg viewBox='0 0 1 1'/>",
                "<text font-family='a&lt;b'>x</text>"
            })
    void refusesWhatCouldRunOrLoadAnything(String inside) {
        assertThat(check(svg(inside))).isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html/> | Expected svg of the namespace http://www.w3.org/2000/svg, but in line 1 it was 'html'.",
                "<svg xmlns='http://www.w3.org/2000/svg'/> | Expected a viewBox, but in line 1 there is none.",
                "not XML | Expected an SVG picture, but line 1 is no XML.",
                "<svg viewBox='0 0 1 1' xmlns='http://www.w3.org/2000/svg'><g> | Expected an SVG picture, but line 1 is no XML."
            })
    void saysWhatIsWrongAndWhere(String picture, String problem) {
        assertThat(check(picture)).isEqualTo(new Verdict.Refused(List.of(problem)));
    }

    @Test
    void letsNoScriptThroughInAForeignNamespaceOrAsText() {
        // When
        String svg =
                safe(
                        "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>"
                                + "<title><![CDATA[</title><script>alert(1)</script>]]></title>");

        // Then
        assertThat(svg).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void refusesEntitiesThatMultiply() {
        // Given
        StringBuilder doctype = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 40; i++) {
            doctype.append("<!ENTITY a%d '&a%d;&a%d;'>".formatted(i, i - 1, i - 1));
        }

        // When
        Verdict verdict = check(doctype + "]>" + svg("<text>&a39;</text>"));

        // Then
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void refusesFilesOfTheServer() {
        assertThat(
                        check(
                                "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
                                        + svg("<text>&a;</text>")))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void refusesWhatIsTooLargeToDraw() {
        assertThat(check(svg("<g/>".repeat(5_000)))).isInstanceOf(Verdict.Refused.class);
        assertThat(check(svg("<g>".repeat(40) + "</g>".repeat(40))))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(check(svg("<g>".repeat(31) + "</g>".repeat(31))))
                .isInstanceOf(Verdict.Safe.class);
    }

    @Test
    void readsOtherEncodings() {
        // Given
        String picture = "<?xml version='1.0' encoding='UTF-16'?>" + svg("<script/>");

        // Then
        assertThat(SvgCheck.of(picture.getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(Verdict.Refused.class);
    }

    private static String safe(String inside) {
        return ((Verdict.Safe) check(svg(inside))).artwork().svg();
    }

    private static String svg(String inside) {
        return "<svg viewBox='0 0 9 9' xmlns='http://www.w3.org/2000/svg'>" + inside + "</svg>";
    }

    private static Verdict check(String picture) {
        return SvgCheck.of(picture.getBytes(UTF_8));
    }
}
