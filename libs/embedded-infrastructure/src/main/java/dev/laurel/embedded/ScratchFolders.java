package dev.laurel.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Temporary data folders. Whoever makes one deletes it; what a killed process could not delete, a
 * database server that still runs on it included, is cleaned up when the next one is made.
 */
public final class ScratchFolders {

    private static final Logger LOG = LoggerFactory.getLogger(ScratchFolders.class);

    /** A folder that was just made may not be locked yet. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private ScratchFolders() {}

    /**
     * Makes a folder and locks it.
     *
     * @param prefix how names of such folders begin; those of other processes that begin so and are
     *     not locked are deleted
     */
    public static DataFolder create(String prefix) {
        try {
            Path parent = Path.of(System.getProperty("java.io.tmpdir"));
            DataFolder locked = DataFolder.open(Files.createTempDirectory(parent, prefix));
            sweep(parent, prefix, YOUNG);
            return locked;
        } catch (IOException e) {
            throw new EmbeddedInfrastructureException(
                    "Expected to make a temporary folder, but " + e + ".", e);
        }
    }

    static void sweep(Path parent, String prefix, Duration young) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path folder : folders) {
                if (isOld(folder.resolve("lock"), young)) {
                    deleteUnlessLocked(folder);
                }
            }
        }
    }

    private static boolean isOld(Path lock, Duration young) throws IOException {
        return Files.isWritable(lock)
                && Files.getLastModifiedTime(lock).toMillis() + young.toMillis()
                        <= System.currentTimeMillis();
    }

    private static void deleteUnlessLocked(Path folder) {
        try (DataFolder _ = DataFolder.open(folder)) {
            EmbeddedDatabase.stopLeftOver(folder.resolve("database"));
            Folders.delete(folder);
            LOG.info("Deleted {}, which a process that was killed had left behind.", folder);
        } catch (EmbeddedInfrastructureException | IOException e) {
            LOG.debug("{} stays.", folder, e);
        }
    }
}
