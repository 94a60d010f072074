package dev.laurel.contracts.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The overlays of {@code k8s/} as a cluster would get them. */
final class Overlay {

    private Overlay() {}

    /** Whether there is a {@code kubectl} on the path. */
    static boolean canBeRendered() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }

    static List<Manifest> render(String overlay) throws IOException, InterruptedException {
        Process kubectl =
                new ProcessBuilder("kubectl", "kustomize", "../k8s/overlays/" + overlay)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String rendered = new String(kubectl.getInputStream().readAllBytes(), UTF_8);
        if (kubectl.waitFor() != 0) {
            throw new AssertionError("Expected kubectl to render %s.".formatted(overlay));
        }
        return Repository.documents(rendered).map(Manifest::of).toList();
    }
}
