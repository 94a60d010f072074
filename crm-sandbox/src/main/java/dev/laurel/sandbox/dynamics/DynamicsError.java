package dev.laurel.sandbox.dynamics;

import dev.laurel.sandbox.http.Reply;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An error in the words of Dataverse. */
record DynamicsError(int status, String code, String message) {

    static final DynamicsError MISSING =
            new DynamicsError(404, "0x80040217", "Entity 'contact' With Id = ... Does Not Exist");
    static final DynamicsError CHANGED =
            new DynamicsError(
                    412, "0x80060882", "The version of the existing record doesn't match.");
    static final DynamicsError DUPLICATE =
            new DynamicsError(
                    412, "0x80040333", "A record was not created because a duplicate was found.");
    static final DynamicsError TIMEOUT =
            new DynamicsError(500, "0x80044151", "SQL timeout expired.");

    static DynamicsError bad(String code, String message) {
        return new DynamicsError(400, code, message);
    }

    String json() {
        return new JsonMapper()
                .writeValueAsString(Map.of("error", Map.of("code", code, "message", message)));
    }

    Reply whole() {
        return Reply.text(status, "application/json; odata.metadata=minimal", json());
    }
}
