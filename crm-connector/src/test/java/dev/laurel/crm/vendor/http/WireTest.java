package dev.laurel.crm.vendor.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.sandbox.faults.Fault;
import dev.laurel.sandbox.http.SandboxServer;
import dev.laurel.sandbox.hubspot.HubSpotSandbox;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    private final Wire wire = new Wire(Duration.ofSeconds(5));

    /** The JDK would repeat a GET by itself, which no quota would know of. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PATCH"})
    void sendsARequestOnceWhateverBecomesOfIt(String method) throws IOException {
        // Given
        try (SandboxServer server = new SandboxServer(new HubSpotSandbox("key"), 0)) {
            URI uri = server.url().resolve("/crm/v3/properties/contacts");
            wire.send(method, uri, Map.of(), "");
            server.faults().next(new Fault.LostRequest());

            // When
            Exchange exchange = wire.send(method, uri, Map.of(), "");

            // Then
            assertThat(exchange).isInstanceOf(Exchange.NoAnswer.class);
            assertThat(server.statistics().calls()).isEqualTo(2);
        }
    }
}
