package dev.laurel.crm.vendor.dynamics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.laurel.crm.vendor.Place;
import dev.laurel.crm.vendor.http.Addresses;
import java.net.URLEncoder;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/** Queries for contacts, with all values quoted. */
final class ContactQuery {

    private static final int LONGEST = 12_000;

    private ContactQuery() {}

    /** Active contacts of which a column has one of these values; merged ones are not active. */
    static String by(String column, List<String> columns, List<String> values) {
        return "contacts?$select=contactid,%s&$filter=%s"
                .formatted(
                        String.join(",", columns),
                        encoded(
                                values.stream()
                                        .map(it -> column + " eq " + quoted(it))
                                        .collect(joining(" or ", "statecode eq 0 and (", ")"))));
    }

    /**
     * Rows in the order of their last change, from a time on.
     *
     * @param id the column of the id
     * @param condition that holds for all of them
     */
    static String changed(
            String table, String id, Collection<String> columns, String condition, Place place) {
        return "%s?$select=%s,modifiedon,%s&$filter=%s&$orderby=modifiedon,%s"
                .formatted(
                        table,
                        id,
                        String.join(",", columns),
                        encoded(
                                "%s and modifiedon ge %s"
                                        .formatted(
                                                condition,
                                                place.modified().truncatedTo(ChronoUnit.SECONDS))),
                        id);
    }

    static String byId(List<String> columns, List<String> ids) {
        return "contacts?$select=contactid,%s&$filter=%s"
                .formatted(
                        String.join(",", columns),
                        encoded(
                                ids.stream()
                                        .map(it -> "contactid eq " + id(it))
                                        .collect(joining(" or "))));
    }

    /**
     * Rows of these ids, of which a page has room for all.
     *
     * @param id the column of the id
     * @param condition that holds for all of them
     */
    static String byId(
            String table,
            String id,
            Collection<String> columns,
            String condition,
            List<String> ids) {
        return "%s?$select=%s,modifiedon,%s&$filter=%s"
                .formatted(
                        table,
                        id,
                        String.join(",", columns),
                        encoded(
                                ids.stream()
                                        .map(it -> id + " eq " + id(it))
                                        .collect(joining(" or ", condition + " and (", ")"))));
    }

    /** How many of these, from the first, fit into one query; at least one. */
    static int fitting(String column, List<String> values, int most) {
        return Addresses.fitting(
                values, most, LONGEST, it -> encoded(column + " eq " + quoted(it) + " or "));
    }

    /** An id that can stand in an address as it is; of anything else, one that there is not. */
    static String id(String id) {
        return id.matches("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? id
                : "00000000-0000-0000-0000-000000000000";
    }

    static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
