package dev.laurel.crm.vendor.hubspot;

import dev.laurel.crm.vendor.Fetched;
import dev.laurel.crm.vendor.Place;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Searches in the order of the last change. HubSpot gives 10,000 results of a search and sorts by
 * one property only, so no search goes beyond its first page: one asks for what changed after a
 * time; when its page is full, others ask for what changed at the very time of its last record, by
 * id.
 *
 * @param modified the property of the last change
 * @param filters that hold for every record, in HubSpot's form
 */
record HubSpotSearch(String modified, List<Map<String, Object>> filters) {

    static final int PAGE = 100;

    private static final String ID = "hs_object_id";

    /** The body of the search that a place stands for. */
    Map<String, Object> body(Place place, List<String> properties) {
        boolean atOneTime = !place.mark().isEmpty();
        String time = Long.toString(place.modified().toEpochMilli());
        List<Map<String, Object>> all = new ArrayList<>(filters);
        if (atOneTime) {
            all.add(filter(modified, "EQ", time));
            all.add(filter(ID, "GT", place.mark()));
        } else {
            all.add(filter(modified, "GTE", time));
        }
        List<String> asked = new ArrayList<>(properties);
        asked.add(modified);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("filterGroups", List.of(Map.of("filters", all)));
        body.put(
                "sorts",
                List.of(
                        Map.of(
                                "propertyName",
                                atOneTime ? ID : modified,
                                "direction",
                                "ASCENDING")));
        body.put("properties", asked);
        body.put("limit", PAGE);
        return body;
    }

    static Map<String, Object> filter(String property, String operator, String value) {
        return Map.of("propertyName", property, "operator", operator, "value", value);
    }

    /** What came of the search. */
    <T> Fetched<T> read(Place place, JsonNode answer, Function<JsonNode, T> reader) {
        JsonNode results = answer.path("results");
        List<T> records = new ArrayList<>();
        results.forEach(it -> records.add(reader.apply(it)));
        boolean full = records.size() >= PAGE;
        if (!place.mark().isEmpty()) {
            return new Fetched<>(
                    records,
                    full
                            ? new Place(place.modified(), last(results).path("id").asString(""))
                            // All of that millisecond was seen.
                            : Place.from(place.modified().plusMillis(1)),
                    false);
        }
        Instant last =
                records.isEmpty()
                        ? place.modified()
                        : time(last(results).path("properties").path(modified), place.modified());
        return new Fetched<>(records, full ? new Place(last, "0") : Place.from(last), !full);
    }

    private static JsonNode last(JsonNode results) {
        return results.path(results.size() - 1);
    }

    static Instant time(JsonNode value, Instant otherwise) {
        try {
            return Instant.parse(value.asString(""));
        } catch (DateTimeException _) {
            return otherwise;
        }
    }
}
