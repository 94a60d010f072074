package dev.laurel.rules.evaluation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvertisedTest {

    @ParameterizedTest
    @CsvSource({
        "rules-1, rules-1:8081",
        "10.1.2.3, 10.1.2.3:8081",
        "fd00::7, [fd00::7]:8081",
        "[fd00::7], [fd00::7]:8081"
    })
    void isAHostAndAPort(String host, String expected) {
        assertThat(new Advertised(host, 8081).endpoint()).contains(expected);
    }

    @Test
    void isThisMachineUnlessSaidOtherwise() {
        // When
        String endpoint = new Advertised("", 8081).endpoint().orElseThrow();

        // Then
        HostInfo read = HostInfo.buildFromEndpoint(endpoint);
        assertThat(read).isNotNull();
        assertThat(read.host()).isNotBlank();
        assertThat(read.port()).isEqualTo(8081);
    }

    @Test
    void isNothingWhereThePortIsNotKnownBeforehand() {
        assertThat(new Advertised("rules-1", 0).endpoint()).isEmpty();
    }

    /** Names are left to those who look them up, and nobody is told where there is no port. */
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 8081, true",
        "127.0.1.1, 8081, true",
        "0.0.0.0, 8081, true",
        "::1, 8081, true",
        "[::1], 8081, true",
        "127.0.1.1, 0, false",
        "10.1.2.3, 8081, false",
        "fd00::7, 8081, false",
        "rules-1, 8081, false"
    })
    void isForThisMachineOnlyWhereOthersWouldFindThemselves(
            String host, int port, boolean expected) {
        assertThat(new Advertised(host, port).isForThisMachineOnly()).isEqualTo(expected);
    }
}
