package dev.laurel.leaderboards.roster.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.leaderboards.roster.Names;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The member service's internal address. */
@Component
@EnableConfigurationProperties(RegistryProperties.class)
class HttpNames implements Names {

    private static final Logger log = LoggerFactory.getLogger(HttpNames.class);

    private final RegistryProperties properties;
    private final JsonMapper json;
    private final HttpClient client;

    HttpNames(RegistryProperties properties, JsonMapper json) {
        this.properties = properties;
        this.json = json;
        this.client = HttpClient.newBuilder().connectTimeout(properties.patience()).build();
    }

    @Override
    public Map<String, String> of(String program, Collection<String> members) {
        if (members.isEmpty()) {
            return Map.of();
        }
        try {
            HttpResponse<String> answer =
                    client.send(request(program, members), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return names(json.readTree(answer.body()));
            }
            log.debug("The registry answered {} when asked for names", answer.statusCode());
        } catch (IOException | JacksonException e) {
            log.debug("The registry does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Map.of();
    }

    private HttpRequest request(String program, Collection<String> members) {
        String path =
                "/internal/programs/%s/display-names".formatted(URLEncoder.encode(program, UTF_8));
        return HttpRequest.newBuilder(properties.url().resolve(path))
                .timeout(properties.patience())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(
                        HttpRequest.BodyPublishers.ofString(
                                json.writeValueAsString(Map.of("members", members))))
                .build();
    }

    private static Map<String, String> names(JsonNode body) {
        Map<String, String> names = new HashMap<>();
        body.path("names")
                .properties()
                .forEach(each -> names.put(each.getKey(), each.getValue().asString("")));
        return names;
    }
}
