package dev.laurel.sandbox.dynamics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.contacts.Contacts.Contact;
import dev.laurel.sandbox.http.Call;
import dev.laurel.sandbox.http.Reply;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table in the order of {@code modifiedon}, which is to the second, and of their ids; the
 * next page goes on behind the last row, whatever changes meanwhile.
 */
final class ChangedRows {

    private static final Pattern FILTER =
            Pattern.compile(
                    "(statecode eq 0|\\(statecode eq 3 or statecode eq 4\\)) and modifiedon ge "
                            + "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)");
    private static final Pattern SOLD =
            Pattern.compile(
                    "\\(statecode eq 3 or statecode eq 4\\) and"
                            + " \\(([a-z]+ eq [0-9a-f-]{36}(?: or [a-z]+ eq [0-9a-f-]{36})*)\\)");
    private static final Pattern SIZE = Pattern.compile("odata\\.maxpagesize=([0-9]{1,4})");
    private static final int LARGEST_PAGE = 5_000;

    private final Contacts rows;
    private final String id;
    private final @Nullable Columns columns;

    /**
     * @param id the column of the id
     * @param columns {@code null} for a table whose columns are whatever there is
     */
    ChangedRows(Contacts rows, String id, @Nullable Columns columns) {
        this.rows = rows;
        this.id = id;
        this.columns = columns;
    }

    Reply answer(Call call, String address) {
        Map<String, String> query = call.query();
        String select = query.getOrDefault("$select", "");
        Matcher filter = FILTER.matcher(query.getOrDefault("$filter", ""));
        if (!filter.matches() || !query.getOrDefault("$orderby", "").equals("modifiedon," + id)) {
            return DynamicsError.bad("0x80060888", "Syntax error in " + query).whole();
        }
        List<String> wanted = List.of(select.split(",", -1));
        for (String column : wanted) {
            if (columns != null && !columns.has(column)) {
                return DynamicsError.bad(
                                "0x80060888",
                                "Could not find a property named '%s' on type 'contact'."
                                        .formatted(column))
                        .whole();
            }
        }
        boolean contacts = filter.group(1).equals("statecode eq 0");
        long from = Instant.parse(filter.group(2)).getEpochSecond();
        String cookie = query.getOrDefault("$skiptoken", "");
        List<Contact> found =
                rows.all().stream()
                        .filter(it ->
                                contacts
                                        ? it.value("statecode").isEmpty()
                                        : it.value("statecode").matches("[34]"))
                        .filter(it -> it.modifiedMillis() / 1_000 >= from)
                        .filter(it -> key(it).compareTo(cookie) > 0)
                        .sorted(Comparator.comparing(ChangedRows::key))
                        .toList();
        Matcher size = SIZE.matcher(call.header("Prefer").orElse(""));
        int to =
                Math.min(
                        found.size(), size.find() ? Integer.parseInt(size.group(1)) : LARGEST_PAGE);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("value", found.subList(0, to).stream().map(it -> row(it, wanted)).toList());
        if (to < found.size()) {
            UnaryOperator<String> encoded = it -> URLEncoder.encode(it, UTF_8);
            body.put(
                    "@odata.nextLink",
                    "%s?$select=%s&$filter=%s&$orderby=%s&$skiptoken=%s"
                            .formatted(
                                    address,
                                    select,
                                    encoded.apply(query.getOrDefault("$filter", "")),
                                    query.getOrDefault("$orderby", ""),
                                    encoded.apply(key(found.get(to - 1)))));
        }
        return Reply.json(200, body);
    }

    /** The sold ones of several ids. */
    Reply byId(Call call) {
        Map<String, String> query = call.query();
        Matcher filter = SOLD.matcher(query.getOrDefault("$filter", ""));
        if (!filter.matches()) {
            return DynamicsError.bad("0x80060888", "Syntax error in " + query).whole();
        }
        List<String> wanted = List.of(query.getOrDefault("$select", "").split(",", -1));
        List<Object> found = new ArrayList<>();
        for (String term : filter.group(1).split(" or ", -1)) {
            if (!term.startsWith(id + " eq ")) {
                return DynamicsError.bad("0x80060888", "Syntax error in " + term).whole();
            }
            rows.find(term.substring(id.length() + 4))
                    .filter(it -> it.value("statecode").matches("[34]"))
                    .ifPresent(it -> found.add(row(it, wanted)));
        }
        return Reply.json(200, Map.of("value", found));
    }

    private static String key(Contact row) {
        return "%015d/%s".formatted(row.modifiedMillis() / 1_000, row.id());
    }

    private Map<String, Object> row(Contact row, List<String> wanted) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("@odata.etag", "W/\"" + row.changes() + "\"");
        for (String column : wanted) {
            if (column.equals(id)) {
                values.put(column, row.id());
            } else if (column.equals("modifiedon")) {
                values.put(column, Instant.ofEpochSecond(row.modifiedMillis() / 1_000).toString());
            } else {
                String value = row.value(column);
                values.put(
                        column,
                        columns == null
                                ? (value.isEmpty() ? null : value)
                                : columns.typed(column, value));
            }
        }
        return values;
    }
}
