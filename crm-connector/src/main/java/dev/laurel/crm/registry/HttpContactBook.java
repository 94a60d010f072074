package dev.laurel.crm.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.crm.delivery.ContactBook;
import dev.laurel.crm.vendor.Permits;
import dev.laurel.crm.vendor.http.Exchange;
import dev.laurel.crm.vendor.http.Line;
import dev.laurel.crm.vendor.http.Wire;
import java.net.URLEncoder;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The member service's internal address. It is asked only while a member is looked for in a CRM;
 * what it says is used for that one search and then forgotten.
 */
@Component
@EnableConfigurationProperties(RegistryProperties.class)
class HttpContactBook implements ContactBook {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/json", "Accept", "application/json");

    private final RegistryProperties properties;
    private final Line line;

    HttpContactBook(RegistryProperties properties) {
        this.properties = properties;
        this.line = new Line(new Wire(properties.patience()), Permits.FREE);
    }

    @Override
    public Optional<Map<String, Reach>> find(String program, Collection<String> members) {
        String path = "/internal/programs/%s/contacts".formatted(URLEncoder.encode(program, UTF_8));
        Exchange exchange =
                line.send(
                        "POST",
                        properties.url().resolve(path),
                        HEADERS,
                        JSON.writeValueAsString(Map.of("members", members)));
        return exchange instanceof Exchange.Response response && response.status() == 200
                ? Optional.of(reaches(response.json()))
                : Optional.empty();
    }

    private static Map<String, Reach> reaches(JsonNode body) {
        Map<String, Reach> reaches = new HashMap<>();
        for (JsonNode contact : body.path("contacts")) {
            Map<String, String> crmIds = new TreeMap<>();
            contact.path("crmIds")
                    .properties()
                    .forEach(it -> crmIds.put(it.getKey(), it.getValue().asString("")));
            String email = contact.path("email").asString("");
            reaches.put(
                    contact.path("member").asString(""),
                    new Reach(email.isEmpty() ? null : email, crmIds));
        }
        return reaches;
    }
}
