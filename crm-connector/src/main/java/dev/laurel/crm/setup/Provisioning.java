package dev.laurel.crm.setup;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.mapping.FieldType;
import dev.laurel.crm.setup.FieldReport.State;
import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.FieldSpec;
import dev.laurel.crm.vendor.FieldState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a connection needs of its CRM. Done twice it is done once. */
public final class Provisioning {

    private final Connection connection;
    private final Crm crm;

    public Provisioning(Connection connection, Crm crm) {
        this.connection = connection;
        this.crm = crm;
    }

    /** How all fields are, the key first; nothing is changed. */
    public Answer<List<FieldReport>> check() {
        List<FieldSpec> wanted = wanted(connection);
        return crm.fields(wanted).map(present -> reports(wanted, present, false));
    }

    /** Makes what is missing. */
    public Answer<List<FieldReport>> provision() {
        List<FieldSpec> wanted = wanted(connection);
        return switch (crm.fields(wanted)) {
            case Answer.Given<Map<String, FieldState>>(var present, var usage) -> {
                List<FieldSpec> missing =
                        wanted.stream().filter(it -> !present.containsKey(it.name())).toList();
                if (missing.isEmpty()) {
                    yield new Answer.Given<>(reports(wanted, present, false), usage);
                }
                yield crm.create(missing).map(_ -> reports(wanted, present, true));
            }
            case Answer.Rejected<Map<String, FieldState>>(var refusal) ->
                    new Answer.Rejected<>(refusal);
            case Answer.Throttled<Map<String, FieldState>>(var wait, var reason) ->
                    new Answer.Throttled<>(wait, reason);
            case Answer.Failed<Map<String, FieldState>>(var reason) -> new Answer.Failed<>(reason);
            case Answer.Denied<Map<String, FieldState>>(var reason) -> new Answer.Denied<>(reason);
        };
    }

    /** All fields that a connection writes to, the key first. */
    public static List<FieldSpec> wanted(Connection connection) {
        List<FieldSpec> wanted = new ArrayList<>();
        wanted.add(
                new FieldSpec(
                        connection.mapping().key(), "Laurel member id", FieldType.TEXT, true));
        connection
                .mapping()
                .fields()
                .forEach(it ->
                        wanted.add(
                                new FieldSpec(
                                        it.target(),
                                        "Laurel " + it.field().written(),
                                        it.field().type(),
                                        false)));
        return wanted;
    }

    private static List<FieldReport> reports(
            List<FieldSpec> wanted, Map<String, FieldState> present, boolean created) {
        List<FieldReport> reports = new ArrayList<>();
        for (FieldSpec field : wanted) {
            if (!present.containsKey(field.name())) {
                reports.add(
                        created
                                ? new FieldReport(field.name(), State.CREATED, "")
                                : new FieldReport(
                                        field.name(), State.MISSING, "There is no such field."));
                continue;
            }
            FieldState state = Objects.requireNonNull(present.get(field.name()));
            reports.add(
                    state.fits()
                            ? new FieldReport(field.name(), State.PRESENT, state.description())
                            : new FieldReport(
                                    field.name(),
                                    State.DIFFERENT,
                                    "Expected %s%s, but it is %s."
                                            .formatted(
                                                    field.type(),
                                                    field.unique() ? ", unique" : "",
                                                    state.description())));
        }
        return reports;
    }
}
