package dev.laurel.crm.delivery.jdbc;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a contact's fields are, as the database has it. */
@Component
class KnownValues {

    private static final TypeReference<TreeMap<String, String>> TYPE = new TypeReference<>() {};

    private final JsonMapper mapper = new JsonMapper();

    String write(Map<String, String> values) {
        return mapper.writeValueAsString(values);
    }

    Map<String, String> read(String json) {
        return mapper.readValue(json, TYPE);
    }
}
