package dev.laurel.sandbox.salesforce;

import dev.laurel.sandbox.http.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Permission sets, which fields they open, and who has them. */
final class Permissions {

    static final String USER = "005000000000001AAA";

    private final ContactFields fields;
    private final Map<String, String> sets = new LinkedHashMap<>();
    private final Map<String, Set<String>> opened = new LinkedHashMap<>();
    private final Set<String> assigned = new TreeSet<>();

    Permissions(ContactFields fields) {
        this.fields = fields;
    }

    synchronized List<Map<String, Object>> find(String name) {
        String id = sets.get(name);
        return id == null ? List.of() : List.of(Map.of("Id", id));
    }

    synchronized Reply createSet(JsonNode body) {
        String name = body.path("Name").asString("");
        if (name.isEmpty() || body.path("Label").asString("").isEmpty()) {
            return SalesforceError.of("REQUIRED_FIELD_MISSING", "Required fields are missing")
                    .whole();
        }
        if (sets.containsKey(name)) {
            return SalesforceError.of("DUPLICATE_DEVELOPER_NAME", "Name is taken").whole();
        }
        String id = "0PS%012dAAA".formatted(sets.size() + 1);
        sets.put(name, id);
        opened.put(id, new TreeSet<>());
        return created(id);
    }

    synchronized Reply open(JsonNode body) {
        List<Object> results = new ArrayList<>();
        for (JsonNode record : body.path("records")) {
            Set<String> set = opened.get(record.path("ParentId").asString(""));
            String field = record.path("Field").asString("").replaceFirst("^Contact\\.", "");
            if (set == null || !record.path("PermissionsEdit").asBoolean(false)) {
                results.add(
                        SalesforceError.of("INVALID_CROSS_REFERENCE_KEY", "invalid parent").item());
            } else if (set.add(field)) {
                results.add(Map.of("id", "01k", "success", true, "errors", List.of()));
            } else {
                results.add(SalesforceError.of("DUPLICATE_VALUE", "duplicate value found").item());
            }
        }
        apply();
        return Reply.json(200, results);
    }

    synchronized Reply assign(JsonNode body) {
        String set = body.path("PermissionSetId").asString("");
        if (!opened.containsKey(set) || !body.path("AssigneeId").asString("").equals(USER)) {
            return SalesforceError.of("INVALID_CROSS_REFERENCE_KEY", "invalid id").whole();
        }
        if (!assigned.add(set)) {
            return SalesforceError.of("DUPLICATE_VALUE", "Duplicate PermissionSetAssignment")
                    .whole();
        }
        apply();
        return created("0Pa000000000001AAA");
    }

    private void apply() {
        assigned.forEach(set -> opened.getOrDefault(set, Set.of()).forEach(fields::show));
    }

    private static Reply created(String id) {
        return Reply.json(201, Map.of("id", id, "success", true, "errors", List.of()));
    }
}
