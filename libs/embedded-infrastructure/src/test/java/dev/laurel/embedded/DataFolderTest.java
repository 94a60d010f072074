package dev.laurel.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir Path folder;

    @Test
    void createsWhatIsMissing() {
        // When
        try (DataFolder data = DataFolder.open(folder.resolve("a/b"))) {
            // Then
            assertThat(data.path()).isAbsolute().isDirectory();
        }
    }

    @Test
    void saysWhoUsesAFolderThatIsInUse() {
        // Given
        try (DataFolder _ = DataFolder.open(folder)) {
            // Then
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(EmbeddedInfrastructureException.class)
                    .hasMessageContaining("in use by process " + ProcessHandle.current().pid())
                    .hasMessageContaining(folder.toString());
        }
    }

    @Test
    void isFreeAfterItWasClosed() {
        // Given
        DataFolder.open(folder).close();

        // When
        try (DataFolder data = DataFolder.open(folder)) {
            // Then
            assertThat(data.path()).isEqualTo(folder);
        }
    }

    @Test
    void isFreeAfterItsProcessWasKilled() throws Exception {
        // Given
        SeparateProcess.killWhenReady(LockedFolder.class, folder);

        // When
        try (DataFolder data = DataFolder.open(folder)) {
            // Then
            assertThat(data.path()).isEqualTo(folder);
        }
    }

    @Test
    void refusesAFileInItsPlace() throws IOException {
        // Given
        Path file = Files.createFile(folder.resolve("file"));

        // Then
        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(EmbeddedInfrastructureException.class)
                .hasMessageContaining(file.toString());
    }

    /** Holds the lock until it is killed. */
    static final class LockedFolder {

        private LockedFolder() {}

        static void main(String[] arguments) throws InterruptedException {
            try (DataFolder _ = DataFolder.open(Path.of(arguments[0]))) {
                SeparateProcess.readyAndWait();
            }
        }
    }
}
