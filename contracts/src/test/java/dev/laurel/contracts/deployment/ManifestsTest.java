package dev.laurel.contracts.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against the types that are generated from Kubernetes' OpenAPI document. */
class ManifestsTest {

    static Stream<Path> manifests() {
        return Repository.files("k8s")
                .filter(file -> file.toString().endsWith(".yaml"))
                // A patch is no whole object; what comes of it is checked with the overlays.
                .filter(file -> !file.toString().endsWith(".patch.yaml"))
                .filter(file -> !file.endsWith("kustomization.yaml"));
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void fitsKubernetes(Path file) throws IOException {
        List<Object> documents = Repository.documents(Repository.text(file)).toList();
        assertThat(documents).isNotEmpty();
        for (Object document : documents) {
            assertThat(Manifest.of(document).check()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production", "recommended"})
    void theWholeOfAnOverlayFitsKubernetes(String overlay) throws Exception {
        // Given
        assumeTrue(Overlay.canBeRendered(), "kubectl puts the overlays together");

        // When
        List<Manifest> all = Overlay.render(overlay);

        // Then
        assertThat(all).hasSizeGreaterThan(30);
        for (Manifest manifest : all) {
            assertThat(manifest.check()).isNotNull();
        }
    }

    @Test
    void aFieldInTheWrongPlaceIsFound() {
        // Given
        String misplaced =
                Repository.text("k8s/base/gateway.yaml").replaceFirst("envFrom:", "envForm:");

        // Then
        assertThatThrownBy(() ->
                        Manifest.of(Repository.documents(misplaced).findFirst().orElseThrow())
                                .check())
                .hasMessageContaining("envForm");
    }
}
