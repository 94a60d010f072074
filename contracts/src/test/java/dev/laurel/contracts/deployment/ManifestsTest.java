package dev.laurel.contracts.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
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
    @ValueSource(strings = {"local", "production"})
    void theWholeOfAnOverlayFitsKubernetes(String overlay) throws Exception {
        // Given
        assumeTrue(onPath("kubectl"), "kubectl puts the overlays together");

        // When
        List<Manifest> all = Repository.documents(render(overlay)).map(Manifest::of).toList();

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

    private static String render(String overlay) throws IOException, InterruptedException {
        Process kubectl =
                new ProcessBuilder("kubectl", "kustomize", "../k8s/overlays/" + overlay)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String rendered = new String(kubectl.getInputStream().readAllBytes(), UTF_8);
        assertThat(kubectl.waitFor()).isZero();
        return rendered;
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
