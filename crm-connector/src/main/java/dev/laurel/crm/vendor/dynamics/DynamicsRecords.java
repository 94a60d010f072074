package dev.laurel.crm.vendor.dynamics;

import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.ContactRecord;
import dev.laurel.crm.vendor.Fetched;
import dev.laurel.crm.vendor.FieldSpec;
import dev.laurel.crm.vendor.Place;
import dev.laurel.crm.vendor.PurchaseRecord;
import dev.laurel.crm.vendor.dynamics.DynamicsWire.Request;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Active contacts, and orders that were fulfilled or invoiced, in the order of {@code modifiedon},
 * which is to the second: pages follow Dataverse's own links, which have the values of the last row
 * in them.
 */
final class DynamicsRecords {

    static final int PAGE = 250;

    private static final String ORDERS = "salesorders";
    private static final String ORDER = "salesorderid";
    private static final String SOLD = "(statecode eq 3 or statecode eq 4)";
    private static final String CUSTOMER = "_customerid_value";
    private static final String FULFILLED = "datefulfilled";

    private final DynamicsWire wire;

    DynamicsRecords(DynamicsWire wire) {
        this.wire = wire;
    }

    Answer<Fetched<ContactRecord>> contacts(Place place, List<FieldSpec> fields) {
        List<String> names = fields.stream().map(FieldSpec::name).toList();
        return fetch(
                place,
                ContactQuery.changed("contacts", "contactid", names, "statecode eq 0", place),
                row -> new ContactRecord(row.path("contactid").asString(""), values(row, names)));
    }

    Answer<Fetched<PurchaseRecord>> orders(Place place, List<String> fields) {
        return fetch(
                place,
                ContactQuery.changed(ORDERS, ORDER, columns(fields), SOLD, place),
                row -> purchase(row, fields));
    }

    /** Those of these orders that were fulfilled or invoiced. */
    Answer<List<PurchaseRecord>> orders(List<String> ids, List<String> fields) {
        return wire.call(
                Request.get(ContactQuery.byId(ORDERS, ORDER, columns(fields), SOLD, ids)),
                response ->
                        response.json()
                                .path("value")
                                .valueStream()
                                .map(row -> purchase(row, fields))
                                .toList());
    }

    private static Set<String> columns(List<String> fields) {
        Set<String> columns = new LinkedHashSet<>(fields);
        columns.add(CUSTOMER);
        columns.add(FULFILLED);
        return columns;
    }

    private static PurchaseRecord purchase(JsonNode row, List<String> fields) {
        String customer = row.path(CUSTOMER).asString("");
        Instant modified = time(row.path("modifiedon"), Instant.EPOCH);
        return new PurchaseRecord(
                row.path(ORDER).asString(""),
                customer.isEmpty() ? List.of() : List.of(customer),
                modified,
                time(row.path(FULFILLED), modified),
                values(row, fields));
    }

    private <T> Answer<Fetched<T>> fetch(Place place, String query, Function<JsonNode, T> reader) {
        return wire.call(
                new Request(
                        1,
                        "GET",
                        place.mark().isEmpty() ? query : place.mark(),
                        Map.of("Prefer", "odata.maxpagesize=" + PAGE),
                        ""),
                response -> {
                    JsonNode body = response.json();
                    List<T> records = new ArrayList<>();
                    Instant last = place.modified();
                    for (JsonNode row : body.path("value")) {
                        records.add(reader.apply(row));
                        last = time(row.path("modifiedon"), last);
                    }
                    String next = body.path("@odata.nextLink").asString("");
                    return new Fetched<>(records, new Place(last, next), next.isEmpty());
                });
    }

    private static Map<String, String> values(JsonNode row, List<String> names) {
        Map<String, String> values = new TreeMap<>();
        names.forEach(it -> values.put(it, row.path(it).asString("")));
        return values;
    }

    /** A time, or a day as its beginning. */
    private static Instant time(JsonNode value, Instant otherwise) {
        String text = value.asString("");
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException _) {
            return otherwise;
        }
    }
}
