package dev.laurel.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The report for programs. */
public final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /**
     * {@code {machine, settings, figures: [{name, value, unit, limits: [{name, value, ratio}]}]}}.
     */
    public static String of(Report report) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("machine", report.machine());
        root.put("settings", report.settings());
        root.put("figures", report.figures().stream().map(Json::figure).toList());
        return MAPPER.writeValueAsString(root);
    }

    private static Map<String, Object> figure(Figure figure) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("name", figure.name());
        node.put("value", figure.value());
        node.put("unit", figure.unit());
        List<Map<String, Object>> limits =
                figure.limits().stream().map(limit -> limit(figure, limit)).toList();
        node.put("limits", limits);
        return node;
    }

    private static Map<String, Object> limit(Figure figure, Figure.Limit limit) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("name", limit.name());
        node.put("value", limit.value());
        node.put("ratio", figure.ratio(limit));
        return node;
    }
}
