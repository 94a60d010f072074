package dev.laurel.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs, unpacked once per version from the class path into a cache folder.
 *
 * @param home the folder that has {@code bin}, {@code lib} and {@code share}
 */
record PostgresPrograms(Path home) {

    private static final Set<PosixFilePermission> EXECUTABLE =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_EXECUTE);

    /**
     * Unpacks what is not unpacked yet. Several processes may do so at the same time.
     *
     * @throws EmbeddedInfrastructureException if there are no programs for this machine, or the
     *     cache can't be written
     */
    static PostgresPrograms unpack(Path cache) {
        String archive = archive();
        URL url = PostgresPrograms.class.getResource("/" + archive);
        if (url == null) {
            throw new EmbeddedInfrastructureException(
                    "Expected Linux (x86-64 or ARM64) or macOS (ARM64), but %s is not on the class"
                                    .formatted(archive)
                            + " path. Use a PostgreSQL server of your own on this machine.");
        }
        try {
            Path home = cache.resolve("postgresql-" + checksum(url));
            if (!Files.isDirectory(home)) {
                Files.createDirectories(cache);
                Path fresh = Files.createTempDirectory(cache, "unpacking-");
                extract(url, fresh);
                publish(fresh, home);
            }
            return new PostgresPrograms(home);
        } catch (IOException e) {
            throw new EmbeddedInfrastructureException(
                    "Expected to unpack PostgreSQL into %s, but %s.".formatted(cache, e), e);
        }
    }

    /** The full path of one program, for example {@code initdb}. */
    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static String archive() {
        String system =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")
                        ? "darwin"
                        : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + system + "-" + machine + ".txz";
    }

    /** Tells versions apart without reading megabytes: the jar's directory has the CRC already. */
    private static String checksum(URL url) throws IOException {
        return url.openConnection() instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : "unpacked";
    }

    private static void extract(URL url, Path target) throws IOException {
        Files.setPosixFilePermissions(target, EXECUTABLE);
        try (InputStream bytes = url.openStream();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(bytes))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                extract(tar, entry, target);
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("Expected paths inside the archive, but got " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(tar, file);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(file, EXECUTABLE);
            }
        }
    }

    private static void publish(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(fresh);
            // Somebody else was faster.
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }
}
