package dev.laurel.crm.vendor.hubspot;

import dev.laurel.crm.mapping.FieldValue;
import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.ContactRecord;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.Fetched;
import dev.laurel.crm.vendor.FieldSpec;
import dev.laurel.crm.vendor.FieldState;
import dev.laurel.crm.vendor.Making;
import dev.laurel.crm.vendor.NewContact;
import dev.laurel.crm.vendor.Outcome;
import dev.laurel.crm.vendor.Place;
import dev.laurel.crm.vendor.PurchaseRecord;
import dev.laurel.crm.vendor.Write;
import dev.laurel.crm.vendor.http.Exchange.Held;
import dev.laurel.crm.vendor.http.Exchange.NoAnswer;
import dev.laurel.crm.vendor.http.Exchange.Response;
import dev.laurel.crm.vendor.http.Line;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HubSpot with a service key. Every value is a string there, and {@code ""} clears. */
final class HubSpotCrm implements Crm {

    private static final int LARGEST_BATCH = 100;
    private static final int CREATED = 201;
    private static final JsonMapper JSON = new JsonMapper();

    private final Line line;
    private final URI url;
    private final HubSpotPaths paths;
    private final String serviceKey;
    private final HubSpotRecords records;

    HubSpotCrm(Line line, URI url, HubSpotPaths paths, String serviceKey) {
        this.line = line;
        this.url = url;
        this.paths = paths;
        this.serviceKey = serviceKey;
        this.records = new HubSpotRecords(this, paths);
    }

    @Override
    public int largestBatch() {
        return LARGEST_BATCH;
    }

    @Override
    public Answer<Map<String, FieldState>> fields(Collection<FieldSpec> wanted) {
        return call(
                "GET",
                paths.properties(),
                null,
                response -> {
                    Map<String, JsonNode> present = new HashMap<>();
                    response.json()
                            .path("results")
                            .forEach(it -> present.put(it.path("name").asString(""), it));
                    Map<String, FieldState> states = new TreeMap<>();
                    for (FieldSpec field : wanted) {
                        JsonNode property = present.get(field.name());
                        if (property != null) {
                            states.put(field.name(), HubSpotFields.state(field, property));
                        }
                    }
                    return states;
                });
    }

    /** The group first, which may be there already. */
    @Override
    public Answer<Integer> create(List<FieldSpec> missing) {
        Answer<Integer> group =
                call(
                        "POST",
                        paths.properties() + "/groups",
                        Map.of("name", HubSpotFields.GROUP, "label", "Laurel", "displayOrder", -1),
                        response -> response.status() == CREATED ? 1 : 0);
        return switch (group) {
            case Answer.Given<Integer> _ -> createProperties(missing);
            case Answer.Rejected<Integer> _ -> createProperties(missing);
            case Answer.Throttled<Integer> throttled -> throttled;
            case Answer.Failed<Integer> failed -> failed;
            case Answer.Denied<Integer> denied -> denied;
        };
    }

    private Answer<Integer> createProperties(List<FieldSpec> missing) {
        return call(
                "POST",
                paths.properties() + "/batch/create",
                Map.of("inputs", missing.stream().map(HubSpotFields::property).toList()),
                _ -> missing.size());
    }

    @Override
    public Answer<Map<String, List<Candidate>>> find(
            Lookup lookup, String keyField, List<String> values) {
        String by =
                switch (lookup) {
                    case KEY -> keyField;
                    case EMAIL -> "email";
                };
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("idProperty", by);
        body.put("properties", List.of("email", keyField));
        body.put("inputs", values.stream().map(it -> Map.of("id", it)).toList());
        return call(
                "POST",
                paths.contacts() + "/batch/read",
                body,
                response -> {
                    Map<String, List<Candidate>> found = new HashMap<>();
                    for (JsonNode result : response.json().path("results")) {
                        JsonNode properties = result.path("properties");
                        found.computeIfAbsent(
                                        properties.path(by).asString("").toLowerCase(Locale.ROOT),
                                        _ -> new ArrayList<>())
                                .add(
                                        new Candidate(
                                                result.path("id").asString(""),
                                                properties.path(keyField).asString("")));
                    }
                    return found;
                });
    }

    /**
     * With a trace id on every input, without which one bad input refuses them all. Results and
     * errors come in any order, and not always for all: what is not named may have been done.
     */
    @Override
    public Answer<List<Outcome>> write(List<Write> writes) {
        List<Map<String, Object>> inputs = new ArrayList<>();
        for (Write write : writes) {
            Map<String, String> properties = new LinkedHashMap<>();
            for (FieldValue value : write.values()) {
                properties.put(value.target(), value.text());
            }
            inputs.add(
                    Map.of(
                            "id",
                            write.contact(),
                            "objectWriteTraceId",
                            write.contact(),
                            "properties",
                            properties));
        }
        return call(
                "POST",
                paths.contacts() + "/batch/update",
                Map.of("inputs", inputs),
                response -> outcomes(writes, response));
    }

    private static List<Outcome> outcomes(List<Write> writes, Response response) {
        JsonNode body = response.json();
        String correlation = response.header("X-HubSpot-Correlation-Id").orElse("");
        Map<String, Outcome> byContact = new HashMap<>();
        for (JsonNode result : body.path("results")) {
            byContact.put(result.path("id").asString(""), new Outcome.Done());
        }
        for (JsonNode error : body.path("errors")) {
            Outcome outcome = HubSpotErrors.single(error, correlation);
            JsonNode context = error.path("context");
            for (String names : List.of("objectWriteTraceId", "id", "ids")) {
                context.path(names).forEach(it -> byContact.put(it.asString(""), outcome));
            }
        }
        return writes.stream()
                .map(write ->
                        byContact.getOrDefault(
                                write.contact(),
                                new Outcome.Again(
                                        "HubSpot's answer does not say what became of it.")))
                .toList();
    }

    @Override
    public Answer<List<Making>> make(List<NewContact> contacts) {
        return new HubSpotMaking(this, paths).make(contacts);
    }

    @Override
    public Answer<Map<String, Map<String, String>>> read(List<String> ids, List<FieldSpec> fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("properties", fields.stream().map(FieldSpec::name).toList());
        body.put("inputs", ids.stream().map(it -> Map.of("id", it)).toList());
        return call(
                "POST",
                paths.contacts() + "/batch/read",
                body,
                response -> {
                    Map<String, Map<String, String>> contacts = new HashMap<>();
                    for (JsonNode result : response.json().path("results")) {
                        Map<String, String> values = new TreeMap<>();
                        fields.forEach(field ->
                                values.put(
                                        field.name(),
                                        result.path("properties").path(field.name()).asString("")));
                        contacts.put(result.path("id").asString(""), values);
                    }
                    return contacts;
                });
    }

    @Override
    public Answer<Fetched<ContactRecord>> contactsFrom(Place place, List<FieldSpec> fields) {
        return records.contacts(place, fields);
    }

    @Override
    public Answer<Fetched<PurchaseRecord>> purchasesFrom(Place place, List<String> fields) {
        return records.deals(place, fields);
    }

    @Override
    public Answer<List<PurchaseRecord>> purchases(List<String> ids, List<String> fields) {
        return records.deals(ids, fields);
    }

    <T> Answer<T> call(
            String method, String path, @Nullable Object body, Function<Response, T> reading) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Authorization", "Bearer " + serviceKey);
        headers.put("Accept", "application/json");
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        return switch (line.send(
                method,
                url.resolve(path),
                headers,
                body == null ? "" : JSON.writeValueAsString(body))) {
            case NoAnswer none -> new Answer.Failed<>(none.reason());
            case Held held -> new Answer.Throttled<>(held.pause(), held.reason());
            case Response response when response.isSuccess() ->
                    new Answer.Given<>(reading.apply(response), usage(response));
            case Response response -> HubSpotErrors.whole(response);
        };
    }

    private static Answer.@Nullable Usage usage(Response response) {
        OptionalLong limit = response.number("X-HubSpot-RateLimit-Daily");
        OptionalLong remaining = response.number("X-HubSpot-RateLimit-Daily-Remaining");
        return limit.isEmpty() || remaining.isEmpty()
                ? null
                : new Answer.Usage(limit.getAsLong(), limit.getAsLong() - remaining.getAsLong());
    }
}
