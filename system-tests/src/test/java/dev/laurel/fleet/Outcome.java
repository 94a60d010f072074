package dev.laurel.fleet;

import dev.laurel.cli.simulate.SimulateCommand;
import dev.laurel.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine;

/**
 * What a program's events came to.
 *
 * @param amounts by {@code member,wallet,id} and {@code member,badge,id}; without zeros
 */
record Outcome(Map<String, Long> amounts) {

    /** Points of this wallet expire with the ledger's nights, of which the engine knows nothing. */
    private static final Set<String> LEDGER_ONLY = Set.of("wallet,credits");

    private static final String BOOKED =
            """
            SELECT member || ',wallet,' || wallet, balance FROM scoring.member_account
            WHERE program = ? AND wallet <> 'credits' AND balance <> 0
            UNION ALL
            SELECT member || ',badge,' || badge, sum(times) FROM badges.award
            WHERE program = ? AND status = 'ISSUED' GROUP BY member, badge
            """;

    Outcome {
        amounts = Map.copyOf(amounts);
    }

    /** What the engine alone makes of events, in one process, without broker and database. */
    static Outcome ofEngine(String program, List<String> events, Path scratch) throws IOException {
        Path document = Files.writeString(scratch.resolve("program.yaml"), program);
        Path file = Files.write(scratch.resolve("events.ndjson"), events);
        Path totals = scratch.resolve("totals.csv");
        int exit =
                new CommandLine(new SimulateCommand())
                        .execute(
                                document.toString(),
                                "--events",
                                file.toString(),
                                "--member-totals",
                                totals.toString());
        if (exit != 0) {
            throw new AssertionError("Expected a simulation, but its exit code was " + exit);
        }
        Map<String, Long> amounts = new TreeMap<>();
        for (String line : Files.readAllLines(totals)) {
            int amount = line.lastIndexOf(',');
            String what = line.substring(0, amount);
            if (isComparable(what) && !line.endsWith(",0")) {
                amounts.put(what, Long.valueOf(line.substring(amount + 1)));
            }
        }
        return new Outcome(amounts);
    }

    /** What ledger and badges have. */
    static Outcome ofFleet(EmbeddedDatabase database, String program) throws SQLException {
        return new Outcome(query(database, BOOKED, program, program));
    }

    /** Stars by member. */
    Map<String, Long> stars() {
        return amounts.entrySet().stream()
                .filter(each -> each.getKey().endsWith(",wallet,stars"))
                .collect(
                        Collectors.toMap(
                                each -> each.getKey().replace(",wallet,stars", ""),
                                Map.Entry::getValue));
    }

    /** The sum over all accounts of all programs. */
    static long ledgerSum(EmbeddedDatabase database) throws SQLException {
        return query(
                        database,
                        "SELECT 'sum', coalesce(sum(credits - debits), 0) FROM scoring.program_account")
                .getOrDefault("sum", -1L);
    }

    /** What differs: {@code key: actual, expected}. */
    static List<String> differences(Map<String, Long> actual, Map<String, Long> expected) {
        Set<String> keys = new TreeSet<>(actual.keySet());
        keys.addAll(expected.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(actual.get(key), expected.get(key)))
                .map(key -> "%s: %s, %s".formatted(key, actual.get(key), expected.get(key)))
                .toList();
    }

    private static boolean isComparable(String what) {
        return (what.contains(",wallet,") || what.contains(",badge,"))
                && LEDGER_ONLY.stream().noneMatch(what::endsWith);
    }

    private static Map<String, Long> query(
            EmbeddedDatabase database, String sql, String... parameters) throws SQLException {
        Map<String, Long> values = new TreeMap<>();
        try (Connection connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.username(), database.password());
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    values.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return values;
    }
}
