package dev.laurel.crm.traces;

import dev.laurel.crm.connections.Connection;
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
import dev.laurel.tracing.Step;
import dev.laurel.tracing.Traces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A CRM whose writes are steps of the traces that led to them. The CRM itself is not told of them.
 */
final class TracedCrm implements Crm {

    private final Crm crm;
    private final Connection connection;
    private final PendingTraces pending;
    private final Traces traces;

    TracedCrm(Crm crm, Connection connection, PendingTraces pending, Traces traces) {
        this.crm = crm;
        this.connection = connection;
        this.pending = pending;
        this.traces = traces;
    }

    @Override
    public Answer<List<Outcome>> write(List<Write> writes) {
        Map<String, List<String>> contexts =
                pending.of(connection.id(), writes.stream().map(Write::member).toList());
        if (contexts.isEmpty()) {
            return crm.write(writes);
        }
        Map<String, List<Step>> steps = new HashMap<>();
        contexts.forEach((member, its) -> steps.put(member, begin(its, writes.size())));
        try {
            Answer<List<Outcome>> answer = crm.write(writes);
            for (int place = 0; place < writes.size(); place++) {
                String outcome = outcome(answer, place);
                steps.getOrDefault(writes.get(place).member(), List.of())
                        .forEach(step -> step.with("laurel.crm.outcome", outcome));
            }
            return answer;
        } finally {
            steps.values().forEach(its -> its.forEach(Step::close));
        }
    }

    private List<Step> begin(List<String> contexts, int batch) {
        List<Step> steps = new ArrayList<>();
        for (String context : contexts) {
            steps.add(
                    traces.begin(Traces.Kind.CLIENT, "crm write", context)
                            .with(
                                    "laurel.crm.vendor",
                                    connection.kind().name().toLowerCase(Locale.ROOT))
                            .with("laurel.crm.connection", connection.id().name())
                            .with("laurel.crm.batch", Integer.toString(batch))
                            .with("server.address", connection.url().getHost()));
        }
        return steps;
    }

    private static String outcome(Answer<List<Outcome>> answer, int place) {
        return switch (answer) {
            case Answer.Given<List<Outcome>> given ->
                    switch (given.value().get(place)) {
                        case Outcome.Done _ -> "done";
                        case Outcome.Again _ -> "again";
                        case Outcome.Gone _ -> "gone";
                        case Outcome.Refused _ -> "refused";
                    };
            case Answer.Rejected<List<Outcome>> _ -> "rejected";
            case Answer.Throttled<List<Outcome>> _ -> "throttled";
            case Answer.Failed<List<Outcome>> _ -> "failed";
            case Answer.Denied<List<Outcome>> _ -> "denied";
        };
    }

    @Override
    public int largestBatch() {
        return crm.largestBatch();
    }

    @Override
    public Answer<Map<String, FieldState>> fields(Collection<FieldSpec> wanted) {
        return crm.fields(wanted);
    }

    @Override
    public Answer<Integer> create(List<FieldSpec> missing) {
        return crm.create(missing);
    }

    @Override
    public int lookedUpAtOnce(List<String> values) {
        return crm.lookedUpAtOnce(values);
    }

    @Override
    public String contactId(String told) {
        return crm.contactId(told);
    }

    @Override
    public Answer<Map<String, List<Candidate>>> find(
            Lookup lookup, String keyField, List<String> values) {
        return crm.find(lookup, keyField, values);
    }

    @Override
    public Answer<Fetched<ContactRecord>> contactsFrom(Place place, List<FieldSpec> fields) {
        return crm.contactsFrom(place, fields);
    }

    @Override
    public Answer<Fetched<PurchaseRecord>> purchasesFrom(Place place, List<String> fields) {
        return crm.purchasesFrom(place, fields);
    }

    @Override
    public Answer<List<PurchaseRecord>> purchases(List<String> ids, List<String> fields) {
        return crm.purchases(ids, fields);
    }

    @Override
    public Answer<List<Making>> make(List<NewContact> contacts) {
        return crm.make(contacts);
    }

    @Override
    public int weight(int writes) {
        return crm.weight(writes);
    }

    @Override
    public Answer<Map<String, Map<String, String>>> read(List<String> ids, List<FieldSpec> fields) {
        return crm.read(ids, fields);
    }
}
