package dev.laurel.crm.profiles.jdbc;

import dev.laurel.crm.profiles.Part;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON documents of a profile's parts, as the database has them. */
@Component
class Documents {

    private final JsonMapper mapper =
            JsonMapper.builder().disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    String write(Map<String, ?> entries) {
        return mapper.writeValueAsString(entries);
    }

    <T> Map<String, T> read(String json, Part<T> part) {
        return mapper.readValue(
                json,
                mapper.getTypeFactory().constructMapType(TreeMap.class, String.class, part.type()));
    }
}
