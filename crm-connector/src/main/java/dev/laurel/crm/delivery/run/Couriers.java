package dev.laurel.crm.delivery.run;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.delivery.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has a courier for every connection that is not paused and that no other instance serves. */
@Component
class Couriers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Couriers.class);
    static final Condition BEGINNING = new Condition(Condition.State.WORKING, "", Instant.EPOCH);

    private final Connections connections;
    private final Leases leases;
    private final CourierFactory factory;
    private final Tenure tenure;
    private final Duration period;
    private final Map<ConnectionId, Route> routes = new HashMap<>();
    private volatile @Nullable Thread thread;

    Couriers(
            Connections connections,
            Leases leases,
            CourierFactory factory,
            Tenure tenure,
            CourierProperties properties) {
        this.connections = connections;
        this.leases = leases;
        this.factory = factory;
        this.tenure = tenure;
        this.period = properties.period();
    }

    @Override
    public void start() {
        Thread begun = Thread.ofVirtual().name("couriers").unstarted(this::run);
        thread = begun;
        begun.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            try {
                running.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        routes.values().forEach(route -> route.courier().stop());
        List.copyOf(routes.values()).forEach(this::end);
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (thread != null) {
            try {
                keepUp();
            } catch (RuntimeException e) {
                if (thread != null) {
                    log.warn("Connections could not be looked after", e);
                }
            }
            try {
                Thread.sleep(period);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void keepUp() {
        Map<ConnectionId, Connection> wanted =
                connections.all().stream()
                        .filter(it -> !it.paused())
                        .collect(Collectors.toMap(Connection::id, Function.identity()));
        for (Route route : List.copyOf(routes.values())) {
            Connection now = wanted.get(route.connection().id());
            if (now == null
                    || now.revision() != route.connection().revision()
                    || !route.isRunning()) {
                end(route);
            }
        }
        wanted.values().forEach(this::serve);
    }

    private void serve(Connection connection) {
        Route route = routes.get(connection.id());
        if (route != null && !route.isStale()) {
            return;
        }
        Condition condition = route == null ? BEGINNING : route.courier().condition();
        long askedAt = System.nanoTime();
        if (!leases.take(connection.id(), condition)) {
            if (route != null) {
                end(route);
            }
        } else if (route != null) {
            route.leased(askedAt, condition);
        } else {
            try {
                Route begun = new Route(connection, tenure, askedAt, factory);
                routes.put(connection.id(), begun);
                begun.start();
            } catch (RuntimeException e) {
                leases.take(
                        connection.id(),
                        new Condition(
                                Condition.State.DENIED,
                                String.valueOf(e.getMessage()),
                                Instant.EPOCH));
            }
        }
    }

    private void end(Route route) {
        route.end();
        routes.remove(route.connection().id());
        leases.giveBack(route.connection().id());
    }
}
