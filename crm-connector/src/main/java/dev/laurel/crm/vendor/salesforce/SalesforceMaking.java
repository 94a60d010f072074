package dev.laurel.crm.vendor.salesforce;

import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.Making;
import dev.laurel.crm.vendor.NewContact;
import dev.laurel.crm.vendor.Outcome;
import dev.laurel.crm.vendor.http.Exchange.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Makes contacts in Salesforce, by create and not by upsert: what is there stays as it is. The key
 * can't be on two contacts; what else is the same person, the organization's duplicate rules say.
 */
record SalesforceMaking(SalesforceSession session) {

    /** Of the unique key, and of a duplicate rule. */
    private static final Set<String> THERE = Set.of("DUPLICATE_VALUE", "DUPLICATES_DETECTED");

    Answer<List<Making>> make(List<NewContact> contacts) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (NewContact contact : contacts) {
            Map<String, Object> record = new LinkedHashMap<>();
            record.put("attributes", Map.of("type", "Contact"));
            record.put("LastName", contact.lastName());
            record.put("Email", contact.email());
            record.put(contact.keyField(), contact.member());
            records.add(record);
        }
        return session.call(
                "POST",
                "/composite/sobjects",
                Map.of("allOrNone", false, "records", records),
                response -> makings(contacts, response));
    }

    /** In the order of the records; of what is left out nobody knows what became of it. */
    private static List<Making> makings(List<NewContact> contacts, Response response) {
        JsonNode results = response.json();
        String correlation = SalesforceErrors.correlation(response);
        List<Making> makings = new ArrayList<>();
        for (int place = 0; place < contacts.size(); place++) {
            makings.add(
                    results.size() == contacts.size()
                            ? making(Objects.requireNonNull(results.get(place)), correlation)
                            : new Making.Again(
                                    "Salesforce's answer does not say what became of it."));
        }
        return makings;
    }

    private static Making making(JsonNode result, String correlation) {
        return switch (SalesforceErrors.single(result, correlation)) {
            case Outcome.Done _ -> new Making.Made(result.path("id").asString(""));
            case Outcome.Again again -> new Making.Again(again.reason());
            case Outcome.Gone _ -> new Making.Again("Salesforce says that it is gone.");
            case Outcome.Refused refused ->
                    THERE.contains(refused.refusal().code())
                            ? new Making.There("")
                            : new Making.Refused(refused.refusal());
        };
    }
}
