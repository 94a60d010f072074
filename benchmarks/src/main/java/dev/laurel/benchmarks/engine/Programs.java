package dev.laurel.benchmarks.engine;

import dev.laurel.engine.Compilation;
import dev.laurel.engine.Program;
import dev.laurel.engine.ProgramCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The programs that are measured. */
final class Programs {

    private static final YAMLMapper YAML = new YAMLMapper();

    /** How many rules of {@link #withRules} concern a purchase, and each other type of events. */
    static final int CONCERNED = 5;

    private Programs() {}

    /** Ten rules that all award on a purchase, and three challenges that it moves on. */
    static Program tenRules() {
        try (InputStream yaml = Programs.class.getResourceAsStream("ten-rules.yaml")) {
            return compiled(document(Objects.requireNonNull(yaml)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads YAML. */
    static Map<String, Object> document(InputStream yaml) {
        return YAML.readValue(yaml, new TypeReference<>() {});
    }

    /** So many rules, of which five are on purchases. */
    static Program withRules(int count) {
        Map<String, Object> events = new HashMap<>();
        List<Object> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int type = i / CONCERNED;
            String on = type == 0 ? Purchases.TYPE : "event-" + type;
            events.put(on, Map.of("amount", "double", "channel", "string"));
            rules.add(
                    Map.of(
                            "id",
                            "rule-" + i,
                            "on",
                            on,
                            "when",
                            "event.data.channel == 'pos' && event.data.amount > " + i % 5 + ".0",
                            "award",
                            Map.of("stars", "floor(event.data.amount)")));
        }
        return compiled(
                Map.of(
                        "program",
                        "many-rules",
                        "name",
                        "Many rules",
                        "timeZone",
                        "Europe/London",
                        "wallets",
                        List.of(Map.of("id", "stars", "overdraft", "allow")),
                        "events",
                        events,
                        "rules",
                        rules));
    }

    static Program compiled(Map<String, Object> document) {
        return switch (ProgramCompiler.compile(document)) {
            case Compilation.Compiled(Program program, var _) -> program;
            case Compilation.Rejected(var problems) ->
                    throw new IllegalStateException(
                            "Expected a sound program, but it has problems: " + problems);
        };
    }
}
