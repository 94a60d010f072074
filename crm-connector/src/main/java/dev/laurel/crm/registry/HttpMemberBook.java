package dev.laurel.crm.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.crm.inbound.MemberBook;
import dev.laurel.crm.inbound.MemberPatch;
import dev.laurel.crm.vendor.Permits;
import dev.laurel.crm.vendor.http.Batches;
import dev.laurel.crm.vendor.http.Exchange;
import dev.laurel.crm.vendor.http.Line;
import dev.laurel.crm.vendor.http.Wire;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The member service's import of merge patches, which answers once rules can read them. */
@Component
class HttpMemberBook implements MemberBook {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int OK = 200;
    private static final String ATTRIBUTES = "attributes";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/x-ndjson", "Accept", "application/json");

    private final RegistryProperties properties;
    private final Line line;

    HttpMemberBook(RegistryProperties properties) {
        this.properties = properties;
        this.line = new Line(new Wire(PATIENCE), Permits.FREE);
    }

    @Override
    public Optional<Map<String, String>> merge(String program, List<MemberPatch> patches) {
        String path =
                "/v1/programs/%s/members/import?merge=true"
                        .formatted(URLEncoder.encode(program, UTF_8));
        return new Batches<MemberPatch>(
                        "",
                        "\n",
                        "",
                        OK,
                        body -> line.send("POST", properties.url().resolve(path), HEADERS, body),
                        (answer, _) -> refused(answer))
                .send(
                        patches.stream()
                                .map(it -> new Batches.Piece<>(it.member(), it, json(it)))
                                .toList());
    }

    private static Map<String, String> refused(JsonNode answer) {
        Map<String, String> refused = new HashMap<>();
        for (JsonNode each : answer.path("rejected")) {
            refused.put(
                    each.path("member").asString(""),
                    Exchange.Response.shortened(each.at("/problem/detail").asString("")));
        }
        return refused;
    }

    private static String json(MemberPatch patch) {
        ObjectNode object = JSON.createObjectNode().put("member", patch.member());
        patch.changes()
                .forEach((name, value) -> {
                    boolean attribute = name.startsWith(ATTRIBUTES + ".");
                    ObjectNode parent = attribute ? object.withObject("/" + ATTRIBUTES) : object;
                    set(parent, attribute ? name.substring(ATTRIBUTES.length() + 1) : name, value);
                });
        return JSON.writeValueAsString(object);
    }

    private static void set(ObjectNode parent, String name, @Nullable Object value) {
        if (value == null) {
            parent.putNull(name);
        } else {
            parent.set(name, JSON.valueToTree(value));
        }
    }
}
