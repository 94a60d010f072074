package dev.laurel.cli.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What members got on each day, by the ledger and by the boards; used by one thread. */
final class PointsByDay {

    private static final String ISSUANCE = "issuance:";

    private final Map<String, Long> ledger = new TreeMap<>();
    private final Map<String, Long> boards = new TreeMap<>();
    private long postings;

    /** Adds an entry of the journal: points count as they leave what issues them, or go back. */
    void posted(JsonNode entry) {
        postings++;
        long amount = entry.path("amount").asLong();
        if (entry.path("debit").asString().startsWith(ISSUANCE)) {
            ledger.merge(key(entry, "localDate"), amount, Long::sum);
        } else if (entry.path("credit").asString().startsWith(ISSUANCE)) {
            ledger.merge(key(entry, "localDate"), -amount, Long::sum);
        }
    }

    /** Adds a day as the boards have it. */
    void counted(JsonNode day) {
        boards.merge(key(day, "day"), day.path("points").asLong(), Long::sum);
    }

    long postings() {
        return postings;
    }

    long days() {
        return boards.size();
    }

    /** Days on which they are not the same, in words. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        Set<String> days = new TreeSet<>(ledger.keySet());
        days.addAll(boards.keySet());
        for (String day : days) {
            long booked = ledger.getOrDefault(day, 0L);
            long counted = boards.getOrDefault(day, 0L);
            if (booked != counted) {
                differences.add(
                        "Expected %d for %s, but the boards have %d."
                                .formatted(booked, day, counted));
            }
        }
        return differences;
    }

    private static String key(JsonNode node, String day) {
        return "%s, wallet %s, member %s"
                .formatted(
                        node.path(day).asString(),
                        node.path("wallet").asString(),
                        node.path("member").asString());
    }
}
