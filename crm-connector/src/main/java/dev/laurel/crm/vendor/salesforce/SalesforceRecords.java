package dev.laurel.crm.vendor.salesforce;

import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.ContactRecord;
import dev.laurel.crm.vendor.Fetched;
import dev.laurel.crm.vendor.FieldSpec;
import dev.laurel.crm.vendor.Place;
import dev.laurel.crm.vendor.PurchaseRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Contacts and opportunities that were won, in the order of {@code SystemModstamp} and, where that
 * is the same, of their ids. The place is ours and no locator, which Salesforce forgets after two
 * days.
 */
final class SalesforceRecords {

    static final int PAGE = 200;

    private static final String OPPORTUNITY = "Opportunity";
    private static final String WON = "IsWon = true";

    private final SalesforceSession session;

    SalesforceRecords(SalesforceSession session) {
        this.session = session;
    }

    Answer<Fetched<ContactRecord>> contacts(Place place, List<FieldSpec> fields) {
        List<String> names = fields.stream().map(FieldSpec::name).toList();
        return fetch(
                place,
                Soql.changed("Contact", names, "", place),
                row -> new ContactRecord(row.path("Id").asString(""), values(row, names)));
    }

    Answer<Fetched<PurchaseRecord>> opportunities(Place place, List<String> fields) {
        return fetch(
                place,
                Soql.changed(OPPORTUNITY, columns(fields), WON, place),
                row -> purchase(row, fields));
    }

    /** Those of these opportunities that were won; more than a page has is a request more. */
    Answer<List<PurchaseRecord>> opportunities(List<String> ids, List<String> fields) {
        List<PurchaseRecord> found = new ArrayList<>();
        Answer<String> page =
                page(Soql.byId(OPPORTUNITY, columns(fields), WON, ids), fields, found);
        while (page instanceof Answer.Given<String>(String next, var _) && !next.isEmpty()) {
            page = page(next, fields, found);
        }
        return page.map(_ -> found);
    }

    private Answer<String> page(String path, List<String> fields, List<PurchaseRecord> found) {
        return session.call(
                "GET",
                path,
                null,
                response -> {
                    JsonNode body = response.json();
                    body.path("records").forEach(row -> found.add(purchase(row, fields)));
                    return body.path("nextRecordsUrl").asString("");
                });
    }

    private static List<String> columns(List<String> fields) {
        List<String> names = new ArrayList<>(fields);
        names.remove("CloseDate");
        names.add("CloseDate");
        names.add("(SELECT ContactId FROM OpportunityContactRoles WHERE IsPrimary = true)");
        return names;
    }

    private static PurchaseRecord purchase(JsonNode row, List<String> fields) {
        List<String> contacts = new ArrayList<>();
        row.at("/OpportunityContactRoles/records")
                .forEach(it -> contacts.add(it.path("ContactId").asString("")));
        return new PurchaseRecord(
                row.path("Id").asString(""),
                contacts,
                time(row.path("SystemModstamp"), Instant.EPOCH),
                day(row.path("CloseDate").asString("")),
                values(row, fields));
    }

    private <T> Answer<Fetched<T>> fetch(Place place, String query, Function<JsonNode, T> reader) {
        return session.call(
                "GET",
                query,
                null,
                response -> {
                    JsonNode body = response.json();
                    List<T> records = new ArrayList<>();
                    Place next = place;
                    for (JsonNode row : body.path("records")) {
                        records.add(reader.apply(row));
                        next =
                                new Place(
                                        time(row.path("SystemModstamp"), next.modified()),
                                        row.path("Id").asString(""));
                    }
                    // A page may be shorter than it was asked for, and have others behind it.
                    boolean atEnd = records.size() < PAGE && body.path("done").asBoolean(true);
                    return new Fetched<>(records, next, atEnd);
                });
    }

    private static Map<String, String> values(JsonNode row, List<String> names) {
        Map<String, String> values = new TreeMap<>();
        names.forEach(it -> values.put(it, row.path(it).asString("")));
        return values;
    }

    private static Instant time(JsonNode value, Instant otherwise) {
        return SalesforceValues.time(value.asString("")).orElse(otherwise);
    }

    private static Instant day(String text) {
        try {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException _) {
            return Instant.EPOCH;
        }
    }
}
