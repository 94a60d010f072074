package dev.laurel.crm.vendor.salesforce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.laurel.crm.vendor.Place;
import dev.laurel.crm.vendor.http.Addresses;
import java.net.URLEncoder;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Queries, with all values quoted. */
final class Soql {

    /** Of a URL about 16,000 characters are taken; the rest is for what else is in it. */
    private static final int LONGEST = 12_000;

    private Soql() {}

    /** Contacts of which a field has one of these values. */
    static String contacts(String keyField, String field, List<String> values) {
        return "/query?q="
                + encoded(
                        "SELECT Id, Email, %s FROM Contact WHERE %s IN (%s)"
                                .formatted(
                                        keyField,
                                        field,
                                        values.stream().map(Soql::quoted).collect(joining(","))));
    }

    /**
     * Records in the order of their last change, from a place on.
     *
     * @param condition that holds for all of them, {@code ""} for none
     */
    static String changed(String object, List<String> columns, String condition, Place place) {
        String time = place.modified().truncatedTo(ChronoUnit.SECONDS).toString();
        String from =
                place.mark().isEmpty()
                        ? "SystemModstamp >= " + time
                        : "(SystemModstamp > %s OR (SystemModstamp = %s AND Id > %s))"
                                .formatted(time, time, quoted(place.mark()));
        return "/query?q="
                + encoded(
                        "SELECT Id, SystemModstamp, %s FROM %s WHERE %s%s ORDER BY SystemModstamp, Id LIMIT %d"
                                .formatted(
                                        String.join(", ", columns),
                                        object,
                                        condition.isEmpty() ? "" : condition + " AND ",
                                        from,
                                        SalesforceRecords.PAGE));
    }

    /** Records of these ids for which a condition holds. */
    static String byId(String object, List<String> columns, String condition, List<String> ids) {
        return "/query?q="
                + encoded(
                        "SELECT Id, SystemModstamp, %s FROM %s WHERE %s AND Id IN (%s)"
                                .formatted(
                                        String.join(", ", columns),
                                        object,
                                        condition,
                                        ids.stream().map(Soql::quoted).collect(joining(","))));
    }

    static String permissionSet(String name) {
        return "/query?q="
                + encoded("SELECT Id FROM PermissionSet WHERE Name = %s".formatted(quoted(name)));
    }

    /** How many of these, from the first, fit into one query; at least one. */
    static int fitting(List<String> values, int most) {
        return Addresses.fitting(values, most, LONGEST, it -> encoded("," + quoted(it)));
    }

    static String quoted(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
