package dev.laurel.standalone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A key that secrets in the database are sealed with: a file beside the database, made once and
 * readable by its owner only.
 */
final class KeyFile {

    private static final int BYTES = 32;

    private KeyFile() {}

    /**
     * The key of a service.
     *
     * @param data the platform's data folder
     * @param name of the file, without {@code .key}
     * @return 32 bytes in Base64
     */
    static String in(Path data, String name) {
        Path file = data.resolve(name + ".key");
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[BYTES];
                new SecureRandom().nextBytes(key);
                Path fresh = Files.createTempFile(data, name, ".key");
                if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(
                            fresh, PosixFilePermissions.fromString("rw-------"));
                }
                Files.writeString(fresh, Base64.getEncoder().encodeToString(key));
                Files.move(fresh, file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to keep a key in " + file + ", but can't.", e);
        }
    }
}
