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
        EVER(0),
        /** Those within the challenge's window. */
        WITHIN(1),
        /** Those after the challenge's last day. */
        AFTER(2);

        private final int code;

        Scope(int code) {
            this.code = code;
        }

        /** What stands for it in binary records. */
        public int code() {
            return code;
        }
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
