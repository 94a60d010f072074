package dev.laurel.sandbox.salesforce;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.contacts.Contacts.Contact;
import dev.laurel.sandbox.http.Reply;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Queries for contacts and opportunities in the order of {@code SystemModstamp}, which is to the
 * second, and of their ids. Pages may be shorter than the limit, and then name the next.
 */
final class ChangedRows {

    private static final String TIME = "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)";
    private static final String ROLES =
            "(SELECT ContactId FROM OpportunityContactRoles WHERE IsPrimary = true)";
    private static final Pattern QUERY =
            Pattern.compile(
                    "SELECT (.+) FROM (Contact|Opportunity) WHERE (IsWon = true AND )?"
                            + "(?:SystemModstamp >= "
                            + TIME
                            + "|\\(SystemModstamp > "
                            + TIME
                            + " OR \\(SystemModstamp = "
                            + TIME
                            + " AND Id > '([A-Za-z0-9]{18})'\\)\\))"
                            + " ORDER BY SystemModstamp, Id LIMIT ([0-9]{1,4})");
    private static final Pattern BY_ID =
            Pattern.compile(
                    "SELECT (.+) FROM Opportunity WHERE IsWon = true AND Id IN"
                            + " \\(('[A-Za-z0-9]{18}'(?:,'[A-Za-z0-9]{18}')*)\\)");
    private static final DateTimeFormatter THEIRS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXX").withZone(ZoneOffset.UTC);

    private final Contacts contacts;
    private final Contacts opportunities;
    private final ContactFields fields;

    ChangedRows(Contacts contacts, Contacts opportunities, ContactFields fields) {
        this.contacts = contacts;
        this.opportunities = opportunities;
        this.fields = fields;
    }

    /** The answer to such a query, {@code null} to any other. */
    @Nullable Reply answer(String soql, int pageSize) {
        Matcher query = QUERY.matcher(soql);
        if (!query.matches()) {
            return byId(soql);
        }
        boolean ofContacts = query.group(2).equals("Contact");
        String select = query.group(1).replace(", " + ROLES, "");
        List<String> columns = List.of(select.split(", ", -1));
        for (String column : columns) {
            if (ofContacts && !column.equals("SystemModstamp") && !fields.isVisible(column)) {
                return SalesforceError.of("INVALID_FIELD", "No such column '%s'".formatted(column))
                        .whole();
            }
        }
        int limit = Integer.parseInt(query.group(8));
        List<Contact> found =
                (ofContacts ? contacts : opportunities)
                        .all().stream()
                                .filter(it ->
                                        query.group(3) == null || it.value("IsWon").equals("true"))
                                .filter(after(query))
                                .sorted(
                                        Comparator.comparingLong(ChangedRows::second)
                                                .thenComparing(Contact::id))
                                .limit(limit)
                                .toList();
        int to = Math.min(found.size(), pageSize);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("totalSize", found.size());
        body.put("done", to == found.size());
        body.put(
                "records",
                found.subList(0, to).stream().map(it -> row(it, columns, ofContacts)).toList());
        return Reply.json(200, body);
    }

    private @Nullable Reply byId(String soql) {
        Matcher query = BY_ID.matcher(soql);
        if (!query.matches()) {
            return null;
        }
        List<String> columns = List.of(query.group(1).replace(", " + ROLES, "").split(", ", -1));
        List<Object> rows = new ArrayList<>();
        for (String id : query.group(2).replace("'", "").split(",", -1)) {
            opportunities
                    .find(id)
                    .filter(it -> it.value("IsWon").equals("true"))
                    .ifPresent(it -> rows.add(row(it, columns, false)));
        }
        return Reply.json(200, Map.of("totalSize", rows.size(), "done", true, "records", rows));
    }

    private static Predicate<Contact> after(Matcher query) {
        if (query.group(4) != null) {
            long from = Instant.parse(query.group(4)).getEpochSecond();
            return it -> second(it) >= from;
        }
        long from = Instant.parse(query.group(5)).getEpochSecond();
        return it ->
                second(it) > from || (second(it) == from && it.id().compareTo(query.group(7)) > 0);
    }

    private static long second(Contact record) {
        return record.modifiedMillis() / 1_000;
    }

    private Map<String, Object> row(Contact record, List<String> columns, boolean ofContacts) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("attributes", Map.of("type", ofContacts ? "Contact" : "Opportunity"));
        for (String column : columns) {
            row.put(
                    column,
                    switch (column) {
                        case "Id" -> record.id();
                        case "SystemModstamp" ->
                                THEIRS.format(Instant.ofEpochSecond(second(record)));
                        default ->
                                ofContacts
                                        ? fields.typed(column, record.value(column))
                                        : typed(record.value(column));
                    });
        }
        if (!ofContacts) {
            List<Object> roles = new ArrayList<>();
            Arrays.stream(record.value("contacts").split(",", -1))
                    .filter(it -> !it.isEmpty())
                    .forEach(it -> roles.add(Map.of("ContactId", it)));
            row.put(
                    "OpportunityContactRoles",
                    roles.isEmpty() ? null : Map.of("done", true, "records", roles));
        }
        return row;
    }

    private static @Nullable Object typed(String value) {
        if (value.isEmpty()) {
            return null;
        }
        return value.matches("-?[0-9]+(\\.[0-9]+)?") ? Double.valueOf(value) : value;
    }
}
