package dev.laurel.crm.delivery.run;

import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.consent.Consents;
import dev.laurel.crm.delivery.ContactBook;
import dev.laurel.crm.delivery.Deliveries;
import dev.laurel.crm.profiles.Profiles;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.Crms;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An instance of the connector that can be killed: from that moment nothing that it does reaches
 * the database or the CRM, what is under way there is never heard of again, and its lease is not
 * given back.
 */
final class MortalInstance {

    private final AtomicBoolean dead = new AtomicBoolean();
    private final Couriers couriers;

    private MortalInstance(Parts parts, Tenure tenure) {
        Crms crms =
                (connection, credentials, permits) ->
                        mortal(Crm.class, parts.crms().open(connection, credentials, permits));
        CourierProperties properties =
                new CourierProperties(
                        Duration.ofMillis(100),
                        tenure.lease(),
                        Duration.ofMillis(100),
                        Duration.ofMillis(20),
                        Duration.ofMillis(50),
                        Duration.ofMillis(300),
                        Duration.ofMillis(100));
        this.couriers =
                new Couriers(
                        mortal(Connections.class, parts.connections()),
                        new Leases(mortal(JdbcClient.class, parts.jdbc()), tenure, parts.clock()),
                        new CourierFactory(
                                mortal(Connections.class, parts.connections()),
                                crms,
                                mortal(Deliveries.class, parts.deliveries()),
                                mortal(Profiles.class, parts.profiles()),
                                mortal(Consents.class, parts.consents()),
                                mortal(ContactBook.class, parts.book()),
                                List.of(),
                                properties.rhythm(),
                                parts.clock()),
                        tenure,
                        properties);
    }

    /** What an instance is made of. */
    record Parts(
            Connections connections,
            Crms crms,
            Deliveries deliveries,
            Profiles profiles,
            Consents consents,
            ContactBook book,
            JdbcClient jdbc,
            Clock clock) {}

    static MortalInstance born(Parts parts, Tenure tenure) {
        MortalInstance instance = new MortalInstance(parts, tenure);
        instance.couriers.start();
        return instance;
    }

    void kill() {
        dead.set(true);
        try {
            couriers.stop();
        } catch (Killed _) {
            // It can't give its lease back any more.
        }
    }

    /** Thrown wherever a dead instance would do something. */
    private static final class Killed extends RuntimeException {}

    private <T> T mortal(Class<T> type, T immortal) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            live();
                            try {
                                Object result = method.invoke(immortal, arguments);
                                live();
                                return result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }

    private void live() {
        if (dead.get()) {
            throw new Killed();
        }
    }
}
