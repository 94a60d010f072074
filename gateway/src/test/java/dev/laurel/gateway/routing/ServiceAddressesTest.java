package dev.laurel.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ServiceAddressesTest {

    @Test
    void expectsServicesOnThisMachineByDefault() {
        assertThat(bind(Map.of()).byName().values())
                .extracting(URI::getPort)
                .containsExactlyInAnyOrder(8081, 8082, 8083, 8084, 8085, 8086);
    }

    @Test
    void readsAddresses() {
        assertThat(
                        bind(Map.of("laurel.routes.badge-service", "https://badges:9000"))
                                .badgeService())
                .isEqualTo(URI.create("https://badges:9000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"badges", "//badges", "http://badges/v1"})
    void refusesWhatIsNoAddress(String address) {
        assertThatThrownBy(() -> bind(Map.of("laurel.routes.badge-service", address)))
                .rootCause()
                .hasMessage(
                        "Expected laurel.routes.badge-service as http://host:port, but it was '%s'."
                                .formatted(address));
    }

    private static ServiceAddresses bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("laurel.routes", ServiceAddresses.class);
    }
}
