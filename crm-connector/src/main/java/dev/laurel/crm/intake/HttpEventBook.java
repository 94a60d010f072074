package dev.laurel.crm.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.crm.inbound.EventBook;
import dev.laurel.crm.inbound.MemberEvent;
import dev.laurel.crm.vendor.Permits;
import dev.laurel.crm.vendor.http.Batches;
import dev.laurel.crm.vendor.http.Exchange;
import dev.laurel.crm.vendor.http.Line;
import dev.laurel.crm.vendor.http.Wire;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's intake of events, which answers once the broker has them. */
@Component
@EnableConfigurationProperties(IntakeProperties.class)
class HttpEventBook implements EventBook {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ACCEPTED = 202;
    private static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Type",
                    "application/cloudevents-batch+json",
                    "Accept",
                    "application/json");

    private final IntakeProperties properties;
    private final Line line;

    HttpEventBook(IntakeProperties properties) {
        this.properties = properties;
        this.line = new Line(new Wire(properties.patience()), Permits.FREE);
    }

    @Override
    public Optional<Map<String, String>> post(
            String program, List<MemberEvent> events, boolean history) {
        String path =
                "/v1/programs/%s/events?import=%s"
                        .formatted(URLEncoder.encode(program, UTF_8), history);
        return new Batches<MemberEvent>(
                        "[",
                        ",",
                        "]",
                        ACCEPTED,
                        body -> line.send("POST", properties.url().resolve(path), HEADERS, body),
                        HttpEventBook::refused)
                .send(
                        events.stream()
                                .map(it ->
                                        new Batches.Piece<>(
                                                it.id(),
                                                it,
                                                JSON.writeValueAsString(cloudEvent(it))))
                                .toList());
    }

    private static Map<String, String> refused(JsonNode answer, List<MemberEvent> events) {
        Map<String, String> refused = new HashMap<>();
        for (JsonNode each : answer.path("rejected")) {
            int index = each.path("index").asInt(-1);
            if (index >= 0 && index < events.size()) {
                refused.put(
                        events.get(index).id(),
                        Exchange.Response.shortened(each.at("/problem/detail").asString("")));
            }
        }
        return refused;
    }

    private static Map<String, Object> cloudEvent(MemberEvent event) {
        Map<String, Object> cloudEvent = new LinkedHashMap<>();
        cloudEvent.put("specversion", "1.0");
        cloudEvent.put("id", event.id());
        cloudEvent.put("source", event.source());
        cloudEvent.put("type", event.type());
        cloudEvent.put("subject", event.member());
        cloudEvent.put("time", event.time().toString());
        cloudEvent.put("datacontenttype", "application/json");
        cloudEvent.put("data", event.data());
        return cloudEvent;
    }
}
