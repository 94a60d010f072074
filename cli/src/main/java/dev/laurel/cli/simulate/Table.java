package dev.laurel.cli.simulate;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table for people: as wide as it has to be, numbers to the right. */
final class Table {

    private static final String BETWEEN = "  ";

    private final String title;
    private final List<String> columns;
    private final List<Object[]> rows = new ArrayList<>();

    Table(String title, String... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    /** Adds a row of texts and whole numbers, one for each column. */
    Table row(Object... cells) {
        rows.add(cells);
        return this;
    }

    /** Prints it after an empty line, unless it has no rows. */
    void print(PrintWriter out) {
        if (rows.isEmpty()) {
            return;
        }
        out.println();
        out.println(title);
        out.println(line(columns.toArray(), rows.getFirst()));
        rows.forEach(row -> out.println(line(row, row)));
    }

    private String line(Object[] cells, Object[] like) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            String text = shown(cells[i]);
            String gap = " ".repeat(width(i) - text.length());
            line.append(like[i] instanceof Number ? gap + text : text + gap).append(BETWEEN);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        int width = columns.get(column).length();
        for (Object[] row : rows) {
            width = Math.max(width, shown(row[column]).length());
        }
        return width;
    }

    private static String shown(Object cell) {
        return cell instanceof Number number
                ? String.format(Locale.ROOT, "%,d", number.longValue())
                : cell.toString();
    }
}
