package dev.laurel.crm.vendor.hubspot;

import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.ContactRecord;
import dev.laurel.crm.vendor.Fetched;
import dev.laurel.crm.vendor.FieldSpec;
import dev.laurel.crm.vendor.Place;
import dev.laurel.crm.vendor.PurchaseRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Contacts and deals that were won, in the order of their last change. */
final class HubSpotRecords {

    private static final String WON = "hs_is_closed_won";
    private static final HubSpotSearch CONTACTS = new HubSpotSearch("lastmodifieddate", List.of());
    private static final HubSpotSearch DEALS =
            new HubSpotSearch(
                    "hs_lastmodifieddate", List.of(HubSpotSearch.filter(WON, "EQ", "true")));
    private static final String CLOSED = "closedate";

    private final HubSpotCrm crm;
    private final HubSpotPaths paths;

    HubSpotRecords(HubSpotCrm crm, HubSpotPaths paths) {
        this.crm = crm;
        this.paths = paths;
    }

    Answer<Fetched<ContactRecord>> contacts(Place place, List<FieldSpec> fields) {
        List<String> names = fields.stream().map(FieldSpec::name).toList();
        return crm.call(
                "POST",
                paths.contacts() + "/search",
                CONTACTS.body(place, names),
                response ->
                        CONTACTS.read(
                                place,
                                response.json(),
                                it ->
                                        new ContactRecord(
                                                it.path("id").asString(""), values(it, names))));
    }

    /** A page with the contacts that its deals are of, which is a call more. */
    Answer<Fetched<PurchaseRecord>> deals(Place place, List<String> fields) {
        List<String> names = new ArrayList<>(fields);
        names.add(CLOSED);
        Answer<Fetched<JsonNode>> deals =
                crm.call(
                        "POST",
                        paths.deals() + "/search",
                        DEALS.body(place, names),
                        response -> DEALS.read(place, response.json(), it -> it));
        return deals.then(fetched ->
                withContacts(fetched.records(), fields)
                        .map(records -> new Fetched<>(records, fetched.next(), fetched.atEnd())));
    }

    /** Those of these deals that were won, with their contacts. */
    Answer<List<PurchaseRecord>> deals(List<String> ids, List<String> fields) {
        List<String> names = new ArrayList<>(fields);
        names.addAll(List.of(CLOSED, WON, DEALS.modified()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("properties", names);
        body.put("inputs", ids.stream().map(it -> Map.of("id", it)).toList());
        return crm.call(
                        "POST",
                        paths.deals() + "/batch/read",
                        body,
                        response ->
                                response.json()
                                        .path("results")
                                        .valueStream()
                                        .filter(it ->
                                                it.path("properties")
                                                        .path(WON)
                                                        .asString("")
                                                        .equals("true"))
                                        .toList())
                .then(deals -> withContacts(deals, fields));
    }

    private Answer<List<PurchaseRecord>> withContacts(List<JsonNode> deals, List<String> fields) {
        if (deals.isEmpty()) {
            return new Answer.Given<>(List.of(), null);
        }
        List<Map<String, Object>> inputs =
                deals.stream()
                        .map(it -> Map.<String, Object>of("id", it.path("id").asString("")))
                        .toList();
        return crm.call(
                "POST",
                paths.dealContacts() + "/batch/read",
                Map.of("inputs", inputs),
                response -> {
                    Map<String, List<String>> contacts = contactsByDeal(response.json());
                    return deals.stream().map(it -> purchase(it, fields, contacts)).toList();
                });
    }

    private static Map<String, List<String>> contactsByDeal(JsonNode answer) {
        Map<String, List<String>> contacts = new HashMap<>();
        for (JsonNode result : answer.path("results")) {
            List<String> ids = new ArrayList<>();
            // By the name of the current interface, and by that of version 3.
            result.path("to")
                    .forEach(it ->
                            ids.add(it.path("toObjectId").asString(it.path("id").asString(""))));
            contacts.put(result.path("from").path("id").asString(""), ids);
        }
        return contacts;
    }

    private static PurchaseRecord purchase(
            JsonNode deal, List<String> fields, Map<String, List<String>> contacts) {
        String id = deal.path("id").asString("");
        JsonNode properties = deal.path("properties");
        Instant modified = HubSpotSearch.time(properties.path(DEALS.modified()), Instant.EPOCH);
        return new PurchaseRecord(
                id,
                contacts.getOrDefault(id, List.of()),
                modified,
                HubSpotSearch.time(properties.path(CLOSED), modified),
                values(deal, fields));
    }

    private static Map<String, String> values(JsonNode result, List<String> names) {
        Map<String, String> values = new TreeMap<>();
        names.forEach(it -> values.put(it, result.path("properties").path(it).asString("")));
        return values;
    }
}
