package dev.laurel.crm.delivery.run;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.consent.Consents;
import dev.laurel.crm.delivery.Backoff;
import dev.laurel.crm.delivery.Calls;
import dev.laurel.crm.delivery.ChoreList;
import dev.laurel.crm.delivery.Chores;
import dev.laurel.crm.delivery.ContactBook;
import dev.laurel.crm.delivery.Courier;
import dev.laurel.crm.delivery.Deliveries;
import dev.laurel.crm.delivery.Errand;
import dev.laurel.crm.delivery.Rhythm;
import dev.laurel.crm.profiles.Profiles;
import dev.laurel.crm.setup.Provisioning;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.Crms;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes couriers. */
@Component
class CourierFactory {

    private static final Logger log = LoggerFactory.getLogger(CourierFactory.class);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(10);

    private final Connections connections;
    private final Crms crms;
    private final Deliveries deliveries;
    private final Profiles profiles;
    private final Consents consents;
    private final ContactBook book;
    private final List<Chores> chores;
    private final Rhythm rhythm;
    private final Clock clock;

    CourierFactory(
            Connections connections,
            Crms crms,
            Deliveries deliveries,
            Profiles profiles,
            Consents consents,
            ContactBook book,
            List<Chores> chores,
            Rhythm rhythm,
            Clock clock) {
        this.connections = connections;
        this.crms = crms;
        this.deliveries = deliveries;
        this.profiles = profiles;
        this.consents = consents;
        this.book = book;
        this.chores = List.copyOf(chores);
        this.rhythm = rhythm;
        this.clock = clock;
    }

    Courier make(Connection connection, BooleanSupplier isLeased) {
        Calls calls = new Calls(connection, deliveries, rhythm, clock, isLeased);
        Crm crm = crms.open(connection, connections.credentials(connection.id()), calls);
        Backoff backoff =
                new Backoff(
                        rhythm.firstRetry(),
                        LONGEST_RETRY,
                        () -> ThreadLocalRandom.current().nextDouble());
        Errand errand =
                new Errand(
                        connection,
                        crm,
                        calls,
                        deliveries,
                        profiles,
                        consents,
                        book,
                        backoff,
                        clock);
        return new Courier(
                connection.id(),
                deliveries,
                calls,
                rhythm,
                errand,
                new ChoreList(chores.stream().map(it -> it.of(connection, crm, calls)).toList()),
                new Provisioning(connection, crm)::check,
                clock,
                isLeased,
                failure ->
                        log.warn(
                                "Deliveries of {} {} have to be repeated",
                                connection.id().program(),
                                connection.id().name(),
                                failure));
    }
}
