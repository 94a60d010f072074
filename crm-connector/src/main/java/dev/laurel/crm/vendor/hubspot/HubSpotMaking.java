package dev.laurel.crm.vendor.hubspot;

import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.Making;
import dev.laurel.crm.vendor.NewContact;
import dev.laurel.crm.vendor.Outcome;
import dev.laurel.crm.vendor.Refusal;
import dev.laurel.crm.vendor.http.Exchange.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Makes contacts in HubSpot, by create and not by upsert: what is there stays as it is. Neither the
 * key nor the e-mail address can be on two contacts, and who is refused for that is told the other.
 */
record HubSpotMaking(HubSpotCrm crm, HubSpotPaths paths) {

    private static final String CONFLICT = "CONFLICT";
    private static final Pattern EXISTING = Pattern.compile("Existing ID: *([0-9]+)");

    Answer<List<Making>> make(List<NewContact> contacts) {
        List<Map<String, Object>> inputs = new ArrayList<>();
        for (NewContact contact : contacts) {
            Map<String, Object> input = new LinkedHashMap<>();
            input.put("objectWriteTraceId", trace(inputs.size()));
            input.put("associations", List.of());
            input.put(
                    "properties",
                    Map.of("email", contact.email(), contact.keyField(), contact.member()));
            inputs.add(input);
        }
        Answer<List<Making>> answer =
                crm.call(
                        "POST",
                        paths.contacts() + "/batch/create",
                        Map.of("inputs", inputs),
                        response -> makings(contacts, response));
        // Of several, nobody knows which one it is about.
        return contacts.size() == 1
                        && answer instanceof Answer.Rejected<List<Making>>(Refusal refusal)
                        && refusal.code().equals(CONFLICT)
                ? new Answer.Given<>(List.of(there(refusal.message())), null)
                : answer;
    }

    private static String trace(int place) {
        return "new-" + place;
    }

    private static List<Making> makings(List<NewContact> contacts, Response response) {
        JsonNode body = response.json();
        String correlation = response.header("X-HubSpot-Correlation-Id").orElse("");
        Map<String, Making> byTrace = new HashMap<>();
        for (JsonNode result : body.path("results")) {
            byTrace.put(
                    result.path("objectWriteTraceId").asString(""),
                    new Making.Made(result.path("id").asString("")));
        }
        for (JsonNode error : body.path("errors")) {
            Making making = refused(error, correlation);
            error.path("context")
                    .path("objectWriteTraceId")
                    .forEach(it -> byTrace.put(it.asString(""), making));
        }
        List<Making> makings = new ArrayList<>();
        for (int place = 0; place < contacts.size(); place++) {
            makings.add(
                    byTrace.getOrDefault(
                            trace(place),
                            new Making.Again("HubSpot's answer does not say what became of it.")));
        }
        return makings;
    }

    private static Making refused(JsonNode error, String correlation) {
        if (error.path("category").asString("").equals(CONFLICT)) {
            return there(error.path("message").asString(""));
        }
        return switch (HubSpotErrors.single(error, correlation)) {
            case Outcome.Again again -> new Making.Again(again.reason());
            case Outcome.Refused refused -> new Making.Refused(refused.refusal());
            case Outcome.Done _, Outcome.Gone _ ->
                    new Making.Again("HubSpot says that it is gone.");
        };
    }

    private static Making there(String message) {
        Matcher existing = EXISTING.matcher(message);
        return new Making.There(existing.find() ? existing.group(1) : "");
    }
}
