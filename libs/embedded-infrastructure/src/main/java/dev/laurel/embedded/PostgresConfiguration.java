package dev.laurel.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The server's settings, sized for one machine that runs the whole platform. */
final class PostgresConfiguration {

    private PostgresConfiguration() {}

    /** Options for {@code pg_ctl -o}. */
    static String options(int port, DatabaseSettings.Durability durability) {
        return settings(port, durability).entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> settings(int port, DatabaseSettings.Durability durability) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        // The folder's path may be longer than the name of a socket may be.
        settings.put("unix_socket_directories", "''");
        settings.put("max_connections", "100");
        settings.put("shared_buffers", "192MB");
        // After a checkpoint the first change to a page logs the whole page: have few checkpoints.
        settings.put("max_wal_size", "2GB");
        settings.put("checkpoint_timeout", "15min");
        settings.put("wal_buffers", "16MB");
        // Nobody replicates from this server.
        settings.put("wal_level", "minimal");
        settings.put("max_wal_senders", "0");
        settings.put("jit", "off");
        // A batch looks up its own members by key. With the costs of a rotating disk the planner
        // reads the whole table instead: every batch costs more the more members there are.
        settings.put("random_page_cost", "1.1");
        settings.put("effective_cache_size", "1GB");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("log_checkpoints", "off");
        settings.put("synchronous_commit", "on");
        if (durability == DatabaseSettings.Durability.NONE) {
            settings.put("fsync", "off");
            settings.put("synchronous_commit", "off");
            settings.put("full_page_writes", "off");
        }
        return settings;
    }
}
