package dev.laurel.crm.vendor.salesforce;

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
import dev.laurel.crm.vendor.http.Exchange.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Salesforce contacts, two hundred at a time, by sObject Collections. */
final class SalesforceCrm implements Crm {

    private static final int LARGEST_BATCH = 200;

    private final SalesforceSession session;

    SalesforceCrm(SalesforceSession session) {
        this.session = session;
    }

    @Override
    public int largestBatch() {
        return LARGEST_BATCH;
    }

    @Override
    public int lookedUpAtOnce(List<String> values) {
        return Soql.fitting(values, LARGEST_BATCH);
    }

    @Override
    public String contactId(String told) {
        return ContactIds.full(told);
    }

    /** As the user of the connection sees them: what it may not see is missing for it. */
    @Override
    public Answer<Map<String, FieldState>> fields(Collection<FieldSpec> wanted) {
        return session.call(
                "GET",
                "/sobjects/Contact/describe",
                null,
                response -> {
                    Map<String, JsonNode> present = new HashMap<>();
                    response.json()
                            .path("fields")
                            .forEach(it -> present.put(it.path("name").asString(""), it));
                    Map<String, FieldState> states = new TreeMap<>();
                    for (FieldSpec field : wanted) {
                        JsonNode found = present.get(field.name());
                        if (found != null) {
                            states.put(field.name(), SalesforceValues.state(field, found));
                        }
                    }
                    return states;
                });
    }

    @Override
    public Answer<Integer> create(List<FieldSpec> missing) {
        return new SalesforceSetup(session).create(missing);
    }

    /** More than two thousand matches come in pages, each of which is a request more. */
    @Override
    public Answer<Map<String, List<Candidate>>> find(
            Lookup lookup, String keyField, List<String> values) {
        String by =
                switch (lookup) {
                    case KEY -> keyField;
                    case EMAIL -> "Email";
                };
        Map<String, List<Candidate>> found = new HashMap<>();
        Answer<String> page = page(Soql.contacts(keyField, by, values), keyField, by, found);
        while (page instanceof Answer.Given<String>(String next, var _) && !next.isEmpty()) {
            page = page(next, keyField, by, found);
        }
        return page.map(_ -> found);
    }

    private Answer<String> page(
            String path, String keyField, String by, Map<String, List<Candidate>> found) {
        return session.call(
                "GET",
                path,
                null,
                response -> {
                    JsonNode body = response.json();
                    for (JsonNode row : body.path("records")) {
                        found.computeIfAbsent(
                                        row.path(by).asString("").toLowerCase(Locale.ROOT),
                                        _ -> new ArrayList<>())
                                .add(
                                        new Candidate(
                                                row.path("Id").asString(""),
                                                row.path(keyField).asString("")));
                    }
                    return body.path("nextRecordsUrl").asString("");
                });
    }

    @Override
    public Answer<List<Outcome>> write(List<Write> writes) {
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        for (Write write : writes) {
            Map<String, @Nullable Object> record = new LinkedHashMap<>();
            record.put("attributes", Map.of("type", "Contact"));
            record.put("id", write.contact());
            for (FieldValue value : write.values()) {
                record.put(value.target(), SalesforceValues.json(value));
            }
            records.add(record);
        }
        return session.call(
                "PATCH",
                "/composite/sobjects",
                Map.of("allOrNone", false, "records", records),
                response -> outcomes(writes, response));
    }

    /** In the order of the records; of what is left out nobody knows what became of it. */
    private static List<Outcome> outcomes(List<Write> writes, Response response) {
        JsonNode results = response.json();
        String correlation = SalesforceErrors.correlation(response);
        List<Outcome> outcomes = new ArrayList<>();
        for (int place = 0; place < writes.size(); place++) {
            outcomes.add(
                    results.size() == writes.size()
                            ? SalesforceErrors.single(
                                    Objects.requireNonNull(results.get(place)), correlation)
                            : new Outcome.Again(
                                    "Salesforce's answer does not say what became of it."));
        }
        return outcomes;
    }

    @Override
    public Answer<List<Making>> make(List<NewContact> contacts) {
        return new SalesforceMaking(session).make(contacts);
    }

    @Override
    public Answer<Fetched<ContactRecord>> contactsFrom(Place place, List<FieldSpec> fields) {
        return new SalesforceRecords(session).contacts(place, fields);
    }

    @Override
    public Answer<Fetched<PurchaseRecord>> purchasesFrom(Place place, List<String> fields) {
        return new SalesforceRecords(session).opportunities(place, fields);
    }

    @Override
    public Answer<List<PurchaseRecord>> purchases(List<String> ids, List<String> fields) {
        return new SalesforceRecords(session).opportunities(ids, fields);
    }

    @Override
    public Answer<Map<String, Map<String, String>>> read(List<String> ids, List<FieldSpec> fields) {
        return session.call(
                "POST",
                "/composite/sobjects/Contact",
                Map.of("ids", ids, "fields", fields.stream().map(FieldSpec::name).toList()),
                response -> {
                    Map<String, Map<String, String>> contacts = new HashMap<>();
                    JsonNode records = response.json();
                    for (int place = 0; place < ids.size(); place++) {
                        JsonNode record = records.path(place);
                        if (record.isObject()) {
                            Map<String, String> values = new TreeMap<>();
                            fields.forEach(field ->
                                    values.put(
                                            field.name(),
                                            SalesforceValues.text(
                                                    field, record.path(field.name()))));
                            contacts.put(ids.get(place), values);
                        }
                    }
                    return contacts;
                });
    }
}
