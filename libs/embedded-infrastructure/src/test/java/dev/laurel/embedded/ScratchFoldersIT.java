package dev.laurel.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFoldersIT {

    @TempDir Path parent;

    @Test
    void deletesWhatAKilledProcessLeftBehindWithItsServer() throws Exception {
        // Given
        Path left = Files.createDirectory(parent.resolve("scratch-1"));
        SeparateProcess.killWhenReady(KilledOwner.class, left);
        ProcessHandle server = server(left);
        assertThat(server.isAlive()).isTrue();

        // When
        ScratchFolders.sweep(parent, "scratch-", Duration.ZERO);

        // Then
        assertThat(left).doesNotExist();
        assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void leavesWhatIsInUseOrOthers() throws Exception {
        // Given
        Path other = Files.createDirectory(parent.resolve("scratch-without-lock"));
        try (DataFolder used = DataFolder.open(parent.resolve("scratch-2"))) {
            // When
            ScratchFolders.sweep(parent, "scratch-", Duration.ZERO);

            // Then
            assertThat(used.path()).exists();
            assertThat(other).exists();
        }
    }

    @Test
    void leavesWhatWasJustMade() throws Exception {
        // Given
        Path young = parent.resolve("scratch-3");
        DataFolder.open(young).close();

        // When
        ScratchFolders.sweep(parent, "scratch-", Duration.ofMinutes(1));

        // Then
        assertThat(young).exists();
    }

    private static ProcessHandle server(Path folder) throws Exception {
        Path pid = folder.resolve("database/postgresql/postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst())).orElseThrow();
    }

    /** Starts a database on a folder that it has locked, and is killed. */
    static final class KilledOwner {

        private KilledOwner() {}

        static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            try (DataFolder _ = DataFolder.open(folder);
                    EmbeddedDatabase _ =
                            EmbeddedDatabase.start(
                                    DatabaseSettings.in(folder.resolve("database")))) {
                SeparateProcess.readyAndWait();
            }
        }
    }
}
