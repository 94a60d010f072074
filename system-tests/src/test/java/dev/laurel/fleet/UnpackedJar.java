package dev.laurel.fleet;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A service's executable jar, taken apart as an image has it: it starts in less time.
 *
 * @param mainClass starts the service
 * @param classPath its classes and libraries
 */
record UnpackedJar(String mainClass, String classPath) {

    private static final String ROOT = System.getProperty("laurel.fleet.jars", "..");
    private static final String NEXT = System.getProperty("laurel.fleet.next-jars", ROOT);
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    /**
     * Takes a jar apart.
     *
     * @param service the module that made it
     * @param folder where to; libraries that services have in common are kept once
     */
    static UnpackedJar of(String service, Path folder) throws IOException {
        return of(service, Path.of(ROOT), folder);
    }

    /** The same of the version that comes after; the same version, unless the test is told one. */
    static UnpackedJar ofNext(String service, Path folder) throws IOException {
        return of(service, Path.of(NEXT), folder);
    }

    private static UnpackedJar of(String service, Path root, Path folder) throws IOException {
        Path classes = folder.resolve(service);
        List<String> classPath = new ArrayList<>();
        classPath.add(classes.toString());
        try (JarFile jar = new JarFile(find(service, root).toFile())) {
            for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
                JarEntry entry = all.nextElement();
                String name = entry.getName();
                if (entry.isDirectory()) {
                    continue;
                }
                if (name.startsWith(CLASSES)) {
                    copy(jar, entry, classes.resolve(name.substring(CLASSES.length())));
                } else if (name.startsWith(LIBRARIES)) {
                    Path library = folder.resolve(name.substring("BOOT-INF/".length()));
                    copy(jar, entry, library);
                    classPath.add(library.toString());
                }
            }
            String start = jar.getManifest().getMainAttributes().getValue("Start-Class");
            return new UnpackedJar(
                    Objects.requireNonNull(start), String.join(File.pathSeparator, classPath));
        }
    }

    private static void copy(JarFile jar, JarEntry entry, Path target) throws IOException {
        if (!Files.exists(target)) {
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            try (InputStream in = jar.getInputStream(entry)) {
                Files.copy(in, target);
            }
        }
    }

    private static Path find(String service, Path root) throws IOException {
        Path built = root.resolve(service).resolve("target");
        try (Stream<Path> files = Files.list(built)) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() ->
                            new AssertionError(
                                    "Expected an executable jar in %s, but there is none; mvn package makes it."
                                            .formatted(built)));
        }
    }
}
