package dev.laurel.gateway.members;

import dev.laurel.gateway.members.PartAnswer.Given;
import dev.laurel.gateway.members.PartAnswer.Missing;
import dev.laurel.gateway.routing.ServiceAddresses;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Asks all services for their part of a member at the same time. */
@Component
class MemberParts implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MemberParts.class);

    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final ServiceAddresses addresses;
    private final RestClient client;
    private final Duration timeout;

    MemberParts(
            ServiceAddresses addresses,
            ClientHttpRequestFactory connections,
            MemberViewProperties properties) {
        this.addresses = addresses;
        this.client = RestClient.builder().requestFactory(connections).build();
        this.timeout = properties.timeout();
    }

    /** Every part of one member, within the timeout for all of them together. */
    Map<Part, PartAnswer> ask(String program, String member) {
        Map<Part, Future<JsonNode>> asked = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            asked.put(part, calls.submit(() -> get(part, program, member)));
        }
        long deadline = System.nanoTime() + timeout.toNanos();
        Map<Part, PartAnswer> answers = new EnumMap<>(Part.class);
        asked.forEach((part, answer) -> answers.put(part, await(part, answer, deadline)));
        return answers;
    }

    private JsonNode get(Part part, String program, String member) {
        try {
            JsonNode body =
                    client.get()
                            .uri(
                                    part.owner(addresses)
                                            + "/v1/programs/{program}/members/{member}/{part}",
                                    program,
                                    member,
                                    part.label())
                            .retrieve()
                            .body(JsonNode.class);
            return body == null ? JsonNodeFactory.instance.objectNode() : body;
        } catch (HttpClientErrorException.NotFound | HttpClientErrorException.Gone _) {
            // Of a member who was erased the registry has nothing for good, which is an answer.
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static PartAnswer await(Part part, Future<JsonNode> answer, long deadline) {
        try {
            return new Given(answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException noAnswer) {
            log.debug("No {} of a member", part.label(), noAnswer);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        answer.cancel(true);
        return new Missing();
    }

    @Override
    public void close() {
        calls.shutdownNow();
    }
}
