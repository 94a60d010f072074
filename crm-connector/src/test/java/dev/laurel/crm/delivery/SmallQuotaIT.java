package dev.laurel.crm.delivery;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.connections.CrmKind;
import dev.laurel.crm.connections.Quota;
import dev.laurel.sandbox.dynamics.DynamicsSandbox;
import dev.laurel.sandbox.http.SandboxServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each update counts in Dynamics, and a day may have fewer calls than a batch has updates. */
class SmallQuotaIT extends SteppedDelivery {

    private static final String PROGRAM = "small-quota";
    private static final int CALLS = 40;

    /** Tomorrow's last minute: the whole day has passed, and what changes now is due by then. */
    private final Instant evening =
            LocalDate.now(ZoneOffset.UTC)
                    .plusDays(2)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .minusSeconds(60);

    @Autowired private Connections connections;

    private final DynamicsSandbox dynamics =
            new DynamicsSandbox("acme.example", "laurel-app", "s3cr3t");
    private final Map<String, String> contacts = new HashMap<>();

    @Test
    void writesAsManyAsTheDayHasCallsFor() throws Exception {
        // Given
        try (SandboxServer server = new SandboxServer(dynamics, 0)) {
            Connection connection =
                    connect(
                            PROGRAM,
                            CrmKind.DYNAMICS,
                            server.url(),
                            Map.of(
                                    "authority", server.url().toString(),
                                    "tenantId", "acme.example",
                                    "clientId", "laurel-app",
                                    "clientSecret", "s3cr3t"),
                            new Quota(CALLS, 6_000, Duration.ofMinutes(5), 1));
            List<String> members = IntStream.range(0, 60).mapToObj(it -> "m" + it).toList();
            for (String member : members) {
                contacts.put(
                        member,
                        dynamics.contacts()
                                .create(Map.of("emailaddress1", member + "@example.com"))
                                .id());
            }
            consent(PROGRAM, members);
            book(PROGRAM, members, 7);

            // When
            Courier courier =
                    courier(
                            connection,
                            SmallQuotaIT::reach,
                            (_, _, _) -> Chore.NONE,
                            Clock.fixed(evening, ZoneOffset.UTC));
            work(courier);

            // Then
            assertThat(written(members)).isBetween(CALLS / 2L, (long) CALLS);
            connections.remove(connection.id(), connection.revision());
        }
    }

    private long written(List<String> members) {
        return members.stream()
                .map(it -> dynamics.contacts().find(contacts.getOrDefault(it, "")).orElseThrow())
                .filter(it -> it.value("laurel_starsavailable").equals("7"))
                .count();
    }

    private static Optional<Map<String, ContactBook.Reach>> reach(
            String program, Collection<String> members) {
        return Optional.of(
                members.stream()
                        .collect(
                                toMap(
                                        it -> it,
                                        it ->
                                                new ContactBook.Reach(
                                                        it + "@example.com", Map.of()))));
    }
}
