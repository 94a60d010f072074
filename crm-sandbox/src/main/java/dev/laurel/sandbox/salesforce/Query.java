package dev.laurel.sandbox.salesforce;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.contacts.Contacts.Contact;
import dev.laurel.sandbox.http.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two queries that there are: contacts by values of a field, and permission sets by name. */
final class Query {

    private static final String TEXT = "'(?:[^'\\\\]++|\\\\.)*+'";
    private static final Pattern CONTACTS =
            Pattern.compile(
                    "SELECT ([A-Za-z0-9_]+(?:, *[A-Za-z0-9_]+)*) FROM Contact WHERE ([A-Za-z0-9_]+)"
                            + " IN \\((.+)\\)");
    private static final Pattern SETS =
            Pattern.compile("SELECT Id FROM PermissionSet WHERE Name = (%s)".formatted(TEXT));
    private static final Pattern VALUE = Pattern.compile(TEXT);
    private static final int LONGEST_URL = 16_384;

    private final Contacts contacts;
    private final ContactFields fields;
    private final Permissions permissions;
    private final ChangedRows changed;
    private int pageSize = 2_000;

    Query(Contacts contacts, ContactFields fields, Permissions permissions, ChangedRows changed) {
        this.contacts = contacts;
        this.fields = fields;
        this.permissions = permissions;
        this.changed = changed;
    }

    void pageSize(int rows) {
        this.pageSize = rows;
    }

    /**
     * Answers.
     *
     * @param from the row to begin with
     * @param version of the interface, for the address of the next page
     */
    Reply answer(String soql, int urlLength, int from, String version) {
        if (urlLength > LONGEST_URL) {
            return Reply.text(414, "text/html", "<h1>URI Too Long</h1>");
        }
        Matcher sets = SETS.matcher(soql);
        if (sets.matches()) {
            return page(permissions.find(unquoted(sets.group(1))), 0, "", version);
        }
        Reply fetched = changed.answer(soql, pageSize);
        if (fetched != null) {
            return fetched;
        }
        Matcher wanted = CONTACTS.matcher(soql);
        if (!wanted.matches()) {
            return SalesforceError.of("MALFORMED_QUERY", "unexpected token in: " + soql).whole();
        }
        List<String> columns = List.of(wanted.group(1).split(", *", -1));
        String by = wanted.group(2);
        for (String column : columns) {
            if (!fields.isVisible(column) || !fields.isVisible(by)) {
                return SalesforceError.of("INVALID_FIELD", "No such column '%s'".formatted(column))
                        .whole();
            }
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        String list = wanted.group(3);
        Matcher values = VALUE.matcher(list);
        Map<String, Contact> found = new LinkedHashMap<>();
        int end = -1;
        while (values.find()) {
            // Between two values there is a comma and nothing else.
            if (values.start() != end + 1 || (end >= 0 && list.charAt(end) != ',')) {
                return SalesforceError.of("MALFORMED_QUERY", "unexpected token in: " + list)
                        .whole();
            }
            end = values.end();
            contacts.findAll(by, unquoted(values.group())).forEach(it -> found.put(it.id(), it));
        }
        if (end != list.length()) {
            return SalesforceError.of("MALFORMED_QUERY", "unexpected token in: " + list).whole();
        }
        found.values().forEach(it -> rows.add(row(it, columns)));
        return page(rows, from, soql, version);
    }

    private Reply page(List<Map<String, Object>> rows, int from, String soql, String version) {
        int to = Math.min(rows.size(), from + pageSize);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("totalSize", rows.size());
        body.put("done", to == rows.size());
        body.put("records", rows.subList(from, to));
        if (to < rows.size()) {
            body.put(
                    "nextRecordsUrl",
                    "/services/data/v%s/query/%s-%d".formatted(version, hex(soql), to));
        }
        return Reply.json(200, body);
    }

    private Map<String, Object> row(Contact contact, List<String> columns) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("attributes", Map.of("type", "Contact"));
        for (String column : columns) {
            row.put(
                    column,
                    column.equals("Id")
                            ? contact.id()
                            : fields.typed(column, contact.value(column)));
        }
        return row;
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    /** A locator that needs no memory. */
    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        text.chars().forEach(it -> hex.append("%04x".formatted(it).toLowerCase(Locale.ROOT)));
        return hex.toString();
    }

    static String unhex(String hex) {
        StringBuilder text = new StringBuilder();
        for (int place = 0; place + 4 <= hex.length(); place += 4) {
            text.append((char) Integer.parseInt(hex.substring(place, place + 4), 16));
        }
        return text.toString();
    }
}
