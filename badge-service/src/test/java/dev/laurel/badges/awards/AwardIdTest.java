package dev.laurel.badges.awards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AwardIdTest {

    @Test
    void isTheUuidThatOthersComputeForTheSameName() {
        // Given
        Holder holder = new Holder("retail-club", "12345");

        // When
        var id = AwardId.of(holder, "explorer");

        // Then: uuid5(uuid5(NAMESPACE_URL, 'https://laurel.dev/badge-awards'),
        // 'retail-club/12345/explorer')
        assertThat(id).hasToString("27314611-8914-590d-a4ac-25b2affe36b2");
        assertThat(id.version()).isEqualTo(5);
    }
}
