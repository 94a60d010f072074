package dev.laurel.standalone.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What every service gets on its command line: where the others are, and sizes for one machine.
 *
 * @param data the platform's data folder
 * @param infrastructure broker and database
 * @param ports the port of every service
 * @param settings the platform's settings
 */
record Arguments(
        Path data,
        Infrastructure infrastructure,
        Map<Service, Integer> ports,
        PlatformSettings settings) {

    /** Enough for two cores to work in parallel; the same for all topics. */
    static final int PARTITIONS = 6;

    Arguments {
        ports = new EnumMap<>(ports);
    }

    List<String> of(Service service) {
        List<String> arguments = new ArrayList<>();
        add(arguments, "spring.config.name", service.id());
        add(arguments, "spring.jmx.enabled", "false");
        add(arguments, "spring.lifecycle.timeout-per-shutdown-phase", "5s");
        add(
                arguments,
                ForeignAutoConfigurations.PROPERTY,
                String.join(",", service.foreignAutoConfigurations()));
        server(arguments, service);
        broker(arguments, service);
        if (service != Service.GATEWAY) {
            database(arguments);
        }
        if (service == Service.CRM) {
            crm(arguments);
        }
        if (service == Service.LEADERBOARDS) {
            String registry = "http://127.0.0.1:" + port(Service.MEMBERS);
            add(arguments, "laurel.boards.registry.url", registry);
        }
        if (service == Service.BADGES) {
            badges(arguments);
        }
        return List.copyOf(arguments);
    }

    private void server(List<String> arguments, Service service) {
        String address = service == Service.GATEWAY ? settings.listen() : "127.0.0.1";
        add(arguments, "server.address", address);
        add(arguments, "server.port", Integer.toString(port(service)));
        if (service == Service.GATEWAY) {
            ports.forEach((target, port) ->
                    add(arguments, "laurel.routes." + target.id(), "http://127.0.0.1:" + port));
        }
    }

    private void broker(List<String> arguments, Service service) {
        String servers = infrastructure.bootstrapServers();
        add(arguments, "spring.kafka.bootstrap-servers", servers);
        add(arguments, "spring.cloud.stream.kafka.binder.brokers", servers);
        add(arguments, "laurel.topics.partitions", Integer.toString(PARTITIONS));
        add(arguments, "laurel.topics.replication", "1");
        if (service == Service.RULES) {
            Path state = data.resolve("streams");
            add(arguments, "laurel.streams.state-dir", state.toString());
            // On a machine that all services share, few large transactions beat many small ones.
            add(arguments, "laurel.streams.threads", "1");
            add(arguments, "laurel.streams.commit-interval", "200ms");
            // There is one instance, which nobody else is to ask.
            add(arguments, "laurel.streams.advertised.port", "0");
        } else {
            // The binder for topologies is on the class path, too.
            add(arguments, "spring.cloud.stream.default-binder", "kafka");
        }
    }

    private void database(List<String> arguments) {
        add(arguments, "spring.datasource.url", infrastructure.jdbcUrl());
        add(arguments, "spring.datasource.username", infrastructure.username());
        add(arguments, "spring.datasource.password", infrastructure.password());
    }

    private void crm(List<String> arguments) {
        add(arguments, "laurel.crm.registry.url", "http://127.0.0.1:" + port(Service.MEMBERS));
        add(arguments, "laurel.crm.intake.url", gateway());
        add(arguments, "laurel.crm.secret-key", KeyFile.in(data, "crm"));
        // A sandbox on this machine; what else is named must be https all the same in production.
        add(arguments, "laurel.crm.vendors.plain-http", "true");
    }

    /** Where the gateway can be reached from here, whatever it listens on. */
    private String gateway() {
        String listen = settings.listen();
        boolean everywhere = listen.equals("0.0.0.0") || listen.equals("::");
        return "http://%s:%d".formatted(everywhere ? "127.0.0.1" : listen, port(Service.GATEWAY));
    }

    private void badges(List<String> arguments) {
        add(arguments, "laurel.badges.issuer-url", settings.publicUrl().toString());
        add(arguments, "laurel.badges.secret-key", KeyFile.in(data, "badges"));
    }

    private int port(Service service) {
        Integer port = ports.get(service);
        if (port == null) {
            throw new IllegalStateException("Expected a port for " + service.id() + ".");
        }
        return port;
    }

    private static void add(List<String> arguments, String name, String value) {
        arguments.add("--" + name + "=" + value);
    }
}
