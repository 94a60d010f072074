package dev.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishAndDecideIT {

    @Test
    void starts(@TempDir Path stateDir) {
        try (RunningService service = RunningService.start(stateDir)) {
            assertThat(service.port()).isPositive();
        }
    }
}
