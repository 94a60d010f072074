package dev.laurel.crm.vendor.salesforce;

import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.FieldSpec;
import dev.laurel.crm.vendor.Refusal;
import dev.laurel.crm.vendor.http.Exchange.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Makes fields by the Tooling API, one call each. A new field is invisible to everybody until a
 * permission says otherwise, so a permission set of our own is given to the user of the connection.
 * What is there already is fine: done twice it is done once.
 */
final class SalesforceSetup {

    static final String PERMISSION_SET = "Laurel_Integration";
    static final String LABEL = "Laurel integration";

    private static final Set<String> THERE = Set.of("DUPLICATE_DEVELOPER_NAME", "DUPLICATE_VALUE");

    private final SalesforceSession session;

    SalesforceSetup(SalesforceSession session) {
        this.session = session;
    }

    Answer<Integer> create(List<FieldSpec> fields) {
        Answer<Integer> made = new Answer.Given<>(0, null);
        for (FieldSpec field : fields) {
            made =
                    made.then(count ->
                            post(
                                            "/tooling/sobjects/CustomField",
                                            SalesforceValues.definition(field))
                                    .map(_ -> count + 1));
        }
        return made.then(count ->
                permissionSet()
                        .then(set -> permit(set, fields).then(_ -> assign(set)))
                        .map(_ -> count));
    }

    private Answer<String> permissionSet() {
        return session.call(
                        "GET",
                        Soql.permissionSet(PERMISSION_SET),
                        null,
                        response -> response.json().at("/records/0/Id").asString(""))
                .then(found ->
                        found.isEmpty()
                                ? post(
                                        "/sobjects/PermissionSet",
                                        Map.of("Name", PERMISSION_SET, "Label", LABEL))
                                : new Answer.Given<>(found, null));
    }

    private Answer<String> permit(String permissionSet, List<FieldSpec> fields) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (FieldSpec field : fields) {
            records.add(
                    Map.of(
                            "attributes",
                            Map.of("type", "FieldPermissions"),
                            "ParentId",
                            permissionSet,
                            "SobjectType",
                            "Contact",
                            "Field",
                            "Contact." + field.name(),
                            "PermissionsRead",
                            true,
                            "PermissionsEdit",
                            true));
        }
        return session.call(
                        "POST",
                        "/composite/sobjects",
                        Map.of("allOrNone", false, "records", records),
                        Response::json)
                .then(SalesforceSetup::permitted);
    }

    private static Answer<String> permitted(JsonNode results) {
        for (JsonNode result : results) {
            JsonNode error = result.path("errors").path(0);
            String code = error.path("statusCode").asString("");
            if (!result.path("success").asBoolean(false) && !THERE.contains(code)) {
                return new Answer.Rejected<>(
                        new Refusal(
                                code, Response.shortened(error.path("message").asString("")), ""));
            }
        }
        return new Answer.Given<>("", null);
    }

    private Answer<String> assign(String permissionSet) {
        return session.user()
                .then(user ->
                        post(
                                "/sobjects/PermissionSetAssignment",
                                Map.of("AssigneeId", user, "PermissionSetId", permissionSet)));
    }

    /** Makes a record; {@code ""} instead of its id when it was there already. */
    private Answer<String> post(String path, Map<String, Object> body) {
        Answer<String> answer =
                session.call(
                        "POST", path, body, response -> response.json().path("id").asString(""));
        return answer instanceof Answer.Rejected<String>(Refusal refusal)
                        && THERE.contains(refusal.code())
                ? new Answer.Given<>("", null)
                : answer;
    }
}
