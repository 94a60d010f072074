package dev.laurel.gateway.status;

import dev.laurel.gateway.routing.ServiceAddresses;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks services how they are. */
@Component
class ServiceProbes {

    private static final Logger log = LoggerFactory.getLogger(ServiceProbes.class);
    private static final Duration CONNECTING = Duration.ofSeconds(1);
    private static final Duration ANSWERING = Duration.ofSeconds(3);

    /**
     * What a service says about itself at {@code /internal/status}.
     *
     * @param outboxBacklog records that are not yet on their topic
     * @param ledgerSum sum over all accounts, from scoring-service only
     * @param ledgerFaults what its last nightly checks found wrong, from scoring-service only
     */
    record Inside(
            @Nullable Long outboxBacklog, @Nullable Long ledgerSum, @Nullable Long ledgerFaults) {

        static final Inside UNKNOWN = new Inside(null, null, null);
    }

    private final ServiceAddresses addresses;
    private final RestClient client;

    ServiceProbes(ServiceAddresses addresses) {
        this.addresses = addresses;
        var connections =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .connectTimeout(CONNECTING)
                                .build());
        connections.setReadTimeout(ANSWERING);
        this.client = RestClient.builder().requestFactory(connections).build();
    }

    /** Whether a service is up. */
    boolean isUp(URI service) {
        try {
            client.get().uri(service + "/actuator/health").retrieve().toBodilessEntity();
            return true;
        } catch (RestClientException down) {
            log.debug("{} is not up", service, down);
            return false;
        }
    }

    /** What a service says about itself; empty where it does not answer. */
    Inside inside(String service) {
        URI address = addresses.byName().get(service);
        try {
            Inside inside =
                    client.get().uri(address + "/internal/status").retrieve().body(Inside.class);
            return inside == null ? Inside.UNKNOWN : inside;
        } catch (RestClientException noAnswer) {
            log.debug("{} does not say how it is", service, noAnswer);
            return Inside.UNKNOWN;
        }
    }
}
