package dev.laurel.engine.state;

/**
 * Names a metric cell.
 *
 * @param metric the metric's id
 * @param scope which events it counts
 * @param challenge the challenge whose window the scope is about, empty for {@link Scope#EVER}
 */
public record MetricKey(String metric, Scope scope, String challenge) {

    /** Which events a cell counts, by their local dates. */
    public enum Scope {
        /** All of them. */
        EVER,
        /** Those within the challenge's window. */
        WITHIN,
        /** Those after the challenge's last day. */
        AFTER
    }

    public static MetricKey ever(String metric) {
        return new MetricKey(metric, Scope.EVER, "");
    }

    public static MetricKey within(String challenge, String metric) {
        return new MetricKey(metric, Scope.WITHIN, challenge);
    }

    public static MetricKey after(String challenge, String metric) {
        return new MetricKey(metric, Scope.AFTER, challenge);
    }
}
