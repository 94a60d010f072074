package dev.laurel.crm.registry;

import dev.laurel.crm.erasure.ErasureBook;
import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.vendor.Permits;
import dev.laurel.crm.vendor.http.Exchange;
import dev.laurel.crm.vendor.http.Line;
import dev.laurel.crm.vendor.http.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The member service's internal addresses for erasures. */
@Component
class HttpErasureBook implements ErasureBook {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/json", "Accept", "application/json");

    private final RegistryProperties properties;
    private final Line line;

    HttpErasureBook(RegistryProperties properties) {
        this.properties = properties;
        this.line = new Line(new Wire(properties.patience()), Permits.FREE);
    }

    @Override
    public List<Member> untaken() {
        List<Member> members = new ArrayList<>();
        if (send("GET", "untaken", "") instanceof Exchange.Response response
                && response.status() == 200) {
            for (JsonNode each : response.json().path("members")) {
                members.add(
                        new Member(
                                each.path("program").asString(""),
                                each.path("member").asString("")));
            }
        }
        return members;
    }

    @Override
    public boolean taken(List<Member> members) {
        return tell("taken", members);
    }

    @Override
    public boolean cleared(List<Member> members) {
        return tell("cleared", members);
    }

    private boolean tell(String what, List<Member> members) {
        List<Map<String, String>> ids =
                members.stream()
                        .map(it -> Map.of("program", it.program(), "member", it.id()))
                        .toList();
        return send("POST", "progress", JSON.writeValueAsString(Map.of(what, ids)))
                        instanceof Exchange.Response response
                && response.status() / 100 == 2;
    }

    private Exchange send(String method, String path, String body) {
        return line.send(
                method, properties.url().resolve("/internal/erasures/" + path), HEADERS, body);
    }
}
