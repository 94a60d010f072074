package dev.laurel.crm.delivery;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.Profiles;
import dev.laurel.crm.setup.FieldReport;
import dev.laurel.crm.setup.Provisioning;
import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.Crms;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people ask a CRM for, out of turn: it waits for nothing, but every request is counted, and
 * the connection's courier makes so many less.
 */
public final class Desk {

    private final Connections connections;
    private final Crms crms;
    private final Deliveries deliveries;
    private final Profiles profiles;
    private final Clock clock;

    public Desk(
            Connections connections,
            Crms crms,
            Deliveries deliveries,
            Profiles profiles,
            Clock clock) {
        this.connections = connections;
        this.crms = crms;
        this.deliveries = deliveries;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * One field of a member.
     *
     * @param ours what it is to be
     * @param known what the CRM has acknowledged, {@code null} for nothing
     * @param theirs what it is there now, {@code null} when it was not asked or there is no contact
     */
    public record Comparison(
            String field, String ours, @Nullable String known, @Nullable String theirs) {}

    /** Looks at all fields; makes those that are missing unless it is a dry run. */
    public Answer<List<FieldReport>> provision(Connection connection, boolean dryRun) {
        Provisioning provisioning = new Provisioning(connection, open(connection));
        return dryRun ? provisioning.check() : provisioning.provision();
    }

    /** Field by field what would be sent for a member; empty for one that is not known. */
    public Optional<Answer<List<Comparison>>> preview(Connection connection, String member) {
        return profiles.find(new Member(connection.id().program(), member))
                .map(profile -> {
                    Link link =
                            deliveries
                                    .links(connection.id(), List.of(member))
                                    .getOrDefault(member, Link.NONE);
                    Map<String, String> ours = connection.mapping().snapshot(profile);
                    String contact = link.contact();
                    return contact == null
                            ? new Answer.Given<>(compared(ours, link, Map.of()), null)
                            : open(connection)
                                    .read(List.of(contact), Provisioning.wanted(connection))
                                    .map(read ->
                                            compared(
                                                    ours,
                                                    link,
                                                    read.getOrDefault(contact, Map.of())));
                });
    }

    private static List<Comparison> compared(
            Map<String, String> ours, Link link, Map<String, String> theirs) {
        List<Comparison> compared = new ArrayList<>();
        ours.forEach((field, value) ->
                compared.add(
                        new Comparison(field, value, link.known().get(field), theirs.get(field))));
        return compared;
    }

    private Crm open(Connection connection) {
        return crms.open(
                connection,
                connections.credentials(connection.id()),
                weight -> {
                    count(connection, weight);
                    return Optional.empty();
                });
    }

    private void count(Connection connection, int weight) {
        Instant now = clock.instant();
        deliveries.countCall(
                connection.id(), DayPlan.day(now), connection.quota().window(), weight, now);
    }
}
