package dev.laurel.crm.vendor.dynamics;

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
import dev.laurel.crm.vendor.dynamics.DynamicsWire.Request;
import dev.laurel.crm.vendor.http.Exchange.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Contacts of Dynamics 365, fifty updates in a batch, each of which counts as a call. */
final class DynamicsCrm implements Crm {

    private static final int LARGEST_BATCH = 50;
    static final String EMAIL = "emailaddress1";
    private static final JsonMapper JSON = new JsonMapper();

    private final DynamicsWire wire;
    private final DynamicsSetup setup;

    DynamicsCrm(DynamicsWire wire) {
        this.wire = wire;
        this.setup = new DynamicsSetup(wire);
    }

    @Override
    public int largestBatch() {
        return LARGEST_BATCH;
    }

    @Override
    public int weight(int writes) {
        return writes;
    }

    @Override
    public int lookedUpAtOnce(List<String> values) {
        return ContactQuery.fitting(EMAIL, values, LARGEST_BATCH);
    }

    @Override
    public String contactId(String told) {
        return told.toLowerCase(Locale.ROOT);
    }

    @Override
    public Answer<Map<String, FieldState>> fields(Collection<FieldSpec> wanted) {
        return setup.fields(wanted);
    }

    @Override
    public Answer<Integer> create(List<FieldSpec> missing) {
        return setup.create(missing);
    }

    @Override
    public Answer<Map<String, List<Candidate>>> find(
            Lookup lookup, String keyField, List<String> values) {
        String by =
                switch (lookup) {
                    case KEY -> keyField;
                    case EMAIL -> EMAIL;
                };
        Map<String, List<Candidate>> found = new HashMap<>();
        return rows(
                        ContactQuery.by(by, List.of(EMAIL, keyField), values),
                        row ->
                                found.computeIfAbsent(
                                                row.path(by).asString("").toLowerCase(Locale.ROOT),
                                                _ -> new ArrayList<>())
                                        .add(
                                                new Candidate(
                                                        row.path("contactid").asString(""),
                                                        row.path(keyField).asString(""))))
                .map(_ -> found);
    }

    /** Without a change set, in which one that fails would undo all. */
    @Override
    public Answer<List<Outcome>> write(List<Write> writes) {
        StringBuilder body = new StringBuilder();
        for (int place = 0; place < writes.size(); place++) {
            Write write = writes.get(place);
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (FieldValue value : write.values()) {
                values.put(value.target(), DynamicsColumns.json(value));
            }
            body.append(
                    Batch.update(
                            place + 1,
                            wire.root() + "contacts(" + ContactQuery.id(write.contact()) + ")",
                            JSON.writeValueAsString(values)));
        }
        body.append(Batch.end());
        return wire.call(
                Request.batch(weight(writes.size()), body.toString()),
                response -> outcomes(writes, response));
    }

    /** In the order of the operations; of what is left out nobody knows what became of it. */
    private static List<Outcome> outcomes(List<Write> writes, Response response) {
        List<Batch.Part> parts = Batch.parts(response);
        String correlation = DynamicsErrors.correlation(response);
        List<Outcome> outcomes = new ArrayList<>();
        for (int place = 0; place < writes.size(); place++) {
            outcomes.add(
                    place < parts.size()
                            ? DynamicsErrors.single(parts.get(place), correlation)
                            : new Outcome.Again(
                                    "The answer of Dynamics does not say what became of it."));
        }
        return outcomes;
    }

    @Override
    public Answer<List<Making>> make(List<NewContact> contacts) {
        return new DynamicsMaking(wire).make(contacts);
    }

    @Override
    public Answer<Map<String, Map<String, String>>> read(List<String> ids, List<FieldSpec> fields) {
        Map<String, Map<String, String>> contacts = new HashMap<>();
        return rows(
                        ContactQuery.byId(fields.stream().map(FieldSpec::name).toList(), ids),
                        row -> {
                            Map<String, String> values = new TreeMap<>();
                            fields.forEach(field ->
                                    values.put(
                                            field.name(),
                                            DynamicsColumns.text(field, row.path(field.name()))));
                            contacts.put(row.path("contactid").asString(""), values);
                        })
                .map(_ -> contacts);
    }

    @Override
    public Answer<Fetched<ContactRecord>> contactsFrom(Place place, List<FieldSpec> fields) {
        return new DynamicsRecords(wire).contacts(place, fields);
    }

    @Override
    public Answer<Fetched<PurchaseRecord>> purchasesFrom(Place place, List<String> fields) {
        return new DynamicsRecords(wire).orders(place, fields);
    }

    @Override
    public Answer<List<PurchaseRecord>> purchases(List<String> ids, List<String> fields) {
        return new DynamicsRecords(wire).orders(ids, fields);
    }

    /** All rows of a query; more than one page has is a call more per page. */
    private Answer<String> rows(String query, Consumer<JsonNode> reader) {
        Answer<String> page = page(query, reader);
        while (page instanceof Answer.Given<String>(String next, var _) && !next.isEmpty()) {
            page = page(next, reader);
        }
        return page;
    }

    private Answer<String> page(String address, Consumer<JsonNode> reader) {
        return wire.call(
                Request.get(address),
                response -> {
                    JsonNode body = response.json();
                    body.path("value").forEach(reader);
                    return body.path("@odata.nextLink").asString("");
                });
    }
}
