package dev.laurel.crm.vendor.dynamics;

import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.FieldSpec;
import dev.laurel.crm.vendor.FieldState;
import dev.laurel.crm.vendor.Refusal;
import dev.laurel.crm.vendor.dynamics.DynamicsWire.Request;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Columns of contacts and the alternate key, one after the other: changes of metadata don't go side
 * by side. A key's index is built behind our back, and until it is active nothing is unique.
 */
final class DynamicsSetup {

    private static final String CONTACT = "EntityDefinitions(LogicalName='contact')";
    private static final JsonMapper JSON = new JsonMapper();

    private final DynamicsWire wire;

    DynamicsSetup(DynamicsWire wire) {
        this.wire = wire;
    }

    /** A column for the key that has none yet is missing, so that making it makes the key too. */
    Answer<Map<String, FieldState>> fields(Collection<FieldSpec> wanted) {
        return wire.call(
                Request.get(
                        CONTACT
                                + "?$select=LogicalName"
                                + "&$expand=Attributes($select=LogicalName,AttributeType,IsValidForUpdate),"
                                + "Keys($select=SchemaName,KeyAttributes,EntityKeyIndexStatus)"),
                response -> {
                    JsonNode contact = response.json();
                    Map<String, JsonNode> present = new HashMap<>();
                    contact.path("Attributes")
                            .forEach(it -> present.put(it.path("LogicalName").asString(""), it));
                    Map<String, String> indexes = indexes(contact.path("Keys"));
                    Map<String, FieldState> states = new TreeMap<>();
                    for (FieldSpec field : wanted) {
                        JsonNode attribute = present.get(field.name());
                        if (attribute == null) {
                            continue;
                        }
                        String index = indexes.getOrDefault(field.name(), "");
                        FieldState state = DynamicsColumns.state(field, attribute, index);
                        boolean onlyTheKeyIsMissing =
                                field.unique()
                                        && index.isEmpty()
                                        && DynamicsColumns.state(field, attribute, "Active").fits();
                        if (!onlyTheKeyIsMissing) {
                            states.put(field.name(), state);
                        }
                    }
                    return states;
                });
    }

    /** By the columns that are a key of their own. */
    private static Map<String, String> indexes(JsonNode keys) {
        Map<String, String> indexes = new HashMap<>();
        for (JsonNode key : keys) {
            if (key.path("KeyAttributes").size() == 1) {
                indexes.put(
                        key.at("/KeyAttributes/0").asString(""),
                        key.path("EntityKeyIndexStatus").asString(""));
            }
        }
        return indexes;
    }

    Answer<Integer> create(List<FieldSpec> missing) {
        Answer<Integer> made = new Answer.Given<>(0, null);
        for (FieldSpec field : missing) {
            made =
                    made.then(count ->
                            post("/Attributes", DynamicsColumns.definition(field))
                                    .map(_ -> count + 1));
        }
        for (FieldSpec field : missing.stream().filter(FieldSpec::unique).toList()) {
            made = made.then(count -> post("/Keys", DynamicsColumns.key(field)).map(_ -> count));
        }
        return made;
    }

    private Answer<String> post(String collection, Map<String, Object> body) {
        Answer<String> answer =
                wire.call(
                        Request.post(CONTACT + collection, JSON.writeValueAsString(body)),
                        _ -> "made");
        return answer instanceof Answer.Rejected<String>(Refusal refusal)
                        && DynamicsErrors.THERE.contains(refusal.code())
                ? new Answer.Given<>("there", null)
                : answer;
    }
}
