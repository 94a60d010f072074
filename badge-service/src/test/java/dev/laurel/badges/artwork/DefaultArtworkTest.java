package dev.laurel.badges.artwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.badges.catalogue.Badge;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class DefaultArtworkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Explorer",
                "</title><script>alert(1)</script>",
                "\" onload=\"alert(1)",
                "&lt; ' & \u0000\u001F\uFFFF\uD800 ]]>",
                "Ein sehr langer Name, der in keine zwei Zeilen passt, so sehr man ihn auch biegt",
                "  ",
                "👑 Königin 🏆"
            })
    void isWellFormedWhateverTheName(String name) throws Exception {
        // When
        Document picture = parse(DefaultArtwork.of(badge(name, Badge.Level.ONLY)).svg());

        // Then
        assertThat(picture.getElementsByTagName("script").getLength()).isZero();
        assertThat(picture.getDocumentElement().hasAttribute("onload")).isFalse();
        assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo(name.replaceAll("[\u0000\u001F\uFFFF\uD800]", ""));
    }

    @Test
    void looksTheSameEveryTimeAndOtherForOtherLevels() {
        // Given
        Badge gold = badge("Regular: gold", new Badge.Level(3, 3));

        // Then
        assertThat(DefaultArtwork.of(gold)).isEqualTo(DefaultArtwork.of(gold));
        assertThat(DefaultArtwork.of(gold).svg()).contains(">RG<", ">★★★<", "#f4cf58");
        assertThat(DefaultArtwork.of(badge("Regular: bronze", new Badge.Level(1, 3))).svg())
                .contains(">RB<", ">★<", "#d69a66");
    }

    @Test
    void carriesACredentialRightAfterItsStart() throws Exception {
        // When
        Document baked =
                parse(DefaultArtwork.of(badge("Explorer", Badge.Level.ONLY)).baked("a.b-_.c"));

        // Then
        var credential = baked.getDocumentElement().getFirstChild();
        assertThat(credential.getNodeName()).isEqualTo("openbadges:credential");
        assertThat(credential.getNamespaceURI()).isEqualTo("https://purl.imsglobal.org/ob/v3p0");
        assertThat(credential.getAttributes().getNamedItem("verify").getNodeValue())
                .isEqualTo("a.b-_.c");
    }

    private static Badge badge(String name, Badge.Level level) {
        return new Badge("explorer", name, null, null, false, level, List.of());
    }

    private static Document parse(String svg) throws Exception {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setNamespaceAware(true);
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return parsers.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
