package dev.laurel.sandbox.dynamics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.contacts.Contacts.Contact;
import dev.laurel.sandbox.http.Reply;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Queries for contacts: any of several values of one column, or of their ids, in pages. */
final class ContactRows {

    private static final Pattern TERM =
            Pattern.compile("([a-z0-9_]+) eq (?:'((?:[^']++|'')*+)'|([0-9a-f-]{36}))( or |$)");
    private static final String ACTIVE = "statecode eq 0 and (";
    private static final int LONGEST_URL = 32_768;

    private final Contacts contacts;
    private final Columns columns;
    private int pageSize = 5_000;

    ContactRows(Contacts contacts, Columns columns) {
        this.contacts = contacts;
        this.columns = columns;
    }

    void pageSize(int rows) {
        this.pageSize = rows;
    }

    Reply answer(Map<String, String> query, int urlLength, String address) {
        String filter = query.getOrDefault("$filter", "");
        String select = query.getOrDefault("$select", "");
        if (urlLength > LONGEST_URL) {
            return Reply.text(414, "text/html", "<h1>URI Too Long</h1>");
        }
        for (String column : select.split(",", -1)) {
            if (!columns.has(column)) {
                return unknown(column);
            }
        }
        boolean active = filter.startsWith(ACTIVE) && filter.endsWith(")");
        String terms = active ? filter.substring(ACTIVE.length(), filter.length() - 1) : filter;
        Map<String, Contact> found = new LinkedHashMap<>();
        Matcher term = TERM.matcher(terms);
        int end = 0;
        while (end < terms.length() && term.find(end) && term.start() == end) {
            String column = term.group(1);
            if (!columns.has(column)) {
                return unknown(column);
            }
            String text = term.group(2);
            List<Contact> same =
                    text == null
                            ? Optional.ofNullable(term.group(3)).flatMap(contacts::find).stream()
                                    .toList()
                            : contacts.findAll(column, text.replace("''", "'"));
            same.stream()
                    .filter(it -> !active || it.value("statecode").isEmpty())
                    .forEach(it -> found.put(it.id(), it));
            end = term.end();
        }
        if (terms.isEmpty() || end != terms.length()) {
            return DynamicsError.bad("0x80060888", "Syntax error in " + filter).whole();
        }
        return page(List.copyOf(found.values()), query, select, filter, address);
    }

    private Reply page(
            List<Contact> found,
            Map<String, String> query,
            String select,
            String filter,
            String address) {
        int from = Integer.parseInt(query.getOrDefault("$skiptoken", "0"));
        int to = Math.min(found.size(), from + pageSize);
        List<Object> rows = new ArrayList<>();
        for (Contact contact : found.subList(from, to)) {
            rows.add(row(contact, List.of(select.split(",", -1))));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("value", rows);
        if (to < found.size()) {
            body.put(
                    "@odata.nextLink",
                    "%s?$select=%s&$filter=%s&$skiptoken=%d"
                            .formatted(address, select, URLEncoder.encode(filter, UTF_8), to));
        }
        return Reply.json(200, body);
    }

    private Map<String, Object> row(Contact contact, List<String> wanted) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("@odata.etag", "W/\"" + contact.changes() + "\"");
        for (String column : wanted) {
            row.put(
                    column,
                    column.equals("contactid")
                            ? contact.id()
                            : columns.typed(column, contact.value(column)));
        }
        return row;
    }

    private static Reply unknown(String column) {
        return DynamicsError.bad(
                        "0x80060888",
                        "Could not find a property named '%s' on type 'contact'.".formatted(column))
                .whole();
    }
}
