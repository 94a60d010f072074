package dev.laurel.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The server's settings, sized for one machine that runs the whole platform. */
final class PostgresConfiguration {

    private static final int LEAST_LOG = 2_048;
    private static final int LEAST_CACHE = 1_024;

    private PostgresConfiguration() {}

    /** Options for {@code pg_ctl -o}. */
    static String options(int port, DatabaseSettings database) {
        return settings(port, database).entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> settings(int port, DatabaseSettings database) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        // The folder's path may be longer than the name of a socket may be.
        settings.put("unix_socket_directories", "''");
        settings.put("max_connections", "100");
        settings.put("shared_buffers", database.memory() + "MB");
        // After a checkpoint the first change to a page logs the whole page: have few checkpoints.
        settings.put("max_wal_size", Math.max(LEAST_LOG, 2 * database.memory()) + "MB");
        settings.put("checkpoint_timeout", "15min");
        settings.put("wal_buffers", "16MB");
        // Nobody replicates from this server.
        settings.put("wal_level", "minimal");
        settings.put("max_wal_senders", "0");
        settings.put("jit", "off");
        // A batch looks up its own members by key. With the costs of a rotating disk the planner
        // reads the whole table instead: every batch costs more the more members there are.
        settings.put("random_page_cost", "1.1");
        settings.put("effective_cache_size", Math.max(LEAST_CACHE, 3 * database.memory()) + "MB");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("log_checkpoints", "off");
        settings.put("synchronous_commit", "on");
        if (database.durability() == DatabaseSettings.Durability.NONE) {
            settings.put("fsync", "off");
            settings.put("synchronous_commit", "off");
            settings.put("full_page_writes", "off");
        }
        return settings;
    }
}
