package dev.laurel.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files that an operator's Prometheus and Grafana read. */
final class Monitoring {

    static final Path FOLDER = Path.of("../monitoring");
    static final Path RULES = FOLDER.resolve("prometheus/laurel-alerts.yml");

    private static final Pattern NAME =
            Pattern.compile("\\b[a-zA-Z_:][a-zA-Z0-9_:]*\\b(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool");

    private Monitoring() {}

    /** Names of all alerts. */
    static List<String> alerts() throws IOException {
        List<String> alerts = new ArrayList<>();
        for (JsonNode rule : rules()) {
            alerts.add(rule.path("alert").asString());
        }
        return alerts;
    }

    /** All questions of dashboards, with an interval in place of Grafana's variable. */
    static List<String> questionsOfDashboards() throws IOException {
        List<String> questions = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve("grafana/dashboards"))) {
            for (Path file : files.toList()) {
                for (JsonNode panel : new JsonMapper().readTree(file).path("panels")) {
                    for (JsonNode target : panel.path("targets")) {
                        questions.add(
                                target.path("expr").asString().replace("$__rate_interval", "5m"));
                    }
                }
            }
        }
        return questions;
    }

    /** Names of all metrics that alerts and dashboards ask for. */
    static Set<String> metrics() throws IOException {
        Set<String> metrics = new TreeSet<>();
        for (JsonNode rule : rules()) {
            metrics.addAll(metrics(rule.path("expr").asString()));
        }
        for (String question : questionsOfDashboards()) {
            metrics.addAll(metrics(question));
        }
        // Prometheus says that of every target itself.
        metrics.remove("up");
        return metrics;
    }

    /** What is neither text, label, length of time, number, function nor word of PromQL. */
    static Set<String> metrics(String question) {
        String bare =
                question.replaceAll("\"[^\"]*\"", "")
                        .replaceAll("\\{[^}]*}", "")
                        .replaceAll("\\[[^]]*]", "")
                        .replaceAll(
                                "\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)",
                                "");
        Set<String> metrics = new TreeSet<>();
        Matcher name = NAME.matcher(bare);
        while (name.find()) {
            if (!WORDS.contains(name.group())) {
                metrics.add(name.group());
            }
        }
        return metrics;
    }

    private static JsonNode rules() throws IOException {
        return new YAMLMapper().readTree(RULES).path("groups").path(0).path("rules");
    }
}
