package dev.laurel.benchmarks.report;

import java.util.Locale;

/** The report for people. */
public final class Table {

    private static final String ROW = "%-52s %18s   %18s %6s  %s%n";

    private Table() {}

    public static String of(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("%nMachine: %s%n".formatted(report.machine()));
        report.settings().forEach((name, value) -> text.append("%s: %s%n".formatted(name, value)));
        text.append("%n".formatted());
        text.append(ROW.formatted("", "measured", "limit", "share", "what the limit is"));
        report.figures().forEach(figure -> text.append(rows(figure)));
        return text.toString().replaceAll("(?m) +$", "");
    }

    private static String rows(Figure figure) {
        String measured = amount(figure.value(), figure.unit());
        if (figure.limits().isEmpty()) {
            return ROW.formatted(figure.name(), measured, "", "", "");
        }
        StringBuilder rows = new StringBuilder();
        String name = figure.name();
        for (Figure.Limit limit : figure.limits()) {
            rows.append(
                    ROW.formatted(
                            name,
                            measured,
                            amount(limit.value(), figure.unit()),
                            String.format(Locale.ROOT, "%.0f %%", 100 * figure.ratio(limit)),
                            limit.name()));
            name = "";
            measured = "";
        }
        return rows.toString();
    }

    /** With three digits at least: 12,345 and 123 and 12.3 and 1.23. */
    private static String amount(double value, String unit) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f %s", value, unit);
    }
}
