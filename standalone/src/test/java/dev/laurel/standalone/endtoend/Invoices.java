package dev.laurel.standalone.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * The independent oracle: what every customer's stars have to be, computed from the shop's own
 * invoice lines without any part of Laurel.
 */
final class Invoices {

    private static final Path SOURCE = Path.of("../examples/retail-club/data/online_retail.csv.gz");
    private static final int INVOICE = 0;
    private static final int QUANTITY = 3;
    private static final int DATE = 4;
    private static final int PRICE = 5;
    private static final int CUSTOMER = 6;

    /** Amount by invoice and customer; negative where goods came back. */
    private record Key(String invoice, String customer) {}

    private Invoices() {}

    /**
     * An invoice of a customer.
     *
     * @param amount in pounds, negative where goods came back
     * @param time when it was written, by the clocks of the shop
     */
    record Invoice(String customer, BigDecimal amount, LocalDateTime time) {}

    /** All invoices, in no particular order. */
    static List<Invoice> all() throws IOException {
        Map<Key, BigDecimal> amounts = new HashMap<>();
        Map<Key, LocalDateTime> times = new HashMap<>();
        read(row -> {
            if (!row.get(CUSTOMER).isEmpty()) {
                Key key = add(row, amounts);
                times.merge(
                        key,
                        LocalDateTime.parse(row.get(DATE).replace(' ', 'T')),
                        (one, other) -> one.isBefore(other) ? one : other);
            }
        });
        return amounts.entrySet().stream()
                .map(each ->
                        new Invoice(
                                each.getKey().customer(),
                                each.getValue(),
                                Objects.requireNonNull(times.get(each.getKey()))))
                .toList();
    }

    /** One star per full pound of a purchase, one less per full pound of a return. */
    static Map<String, Long> starsByCustomer() throws IOException {
        Map<Key, BigDecimal> amounts = new HashMap<>();
        read(row -> {
            if (!row.get(CUSTOMER).isEmpty()) {
                add(row, amounts);
            }
        });
        Map<String, Long> stars = new HashMap<>();
        amounts.forEach((key, amount) -> stars.merge(key.customer(), starsFor(amount), Long::sum));
        return stars;
    }

    private static void read(Consumer<List<String>> row) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(SOURCE)),
                                StandardCharsets.UTF_8))) {
            lines.readLine(); // the header
            String line = lines.readLine();
            while (line != null) {
                row.accept(fields(line));
                line = lines.readLine();
            }
        }
    }

    private static Key add(List<String> row, Map<Key, BigDecimal> amounts) {
        String customer = row.get(CUSTOMER).replace(".0", "");
        BigDecimal amount =
                new BigDecimal(row.get(PRICE)).multiply(new BigDecimal(row.get(QUANTITY)));
        Key key = new Key(row.get(INVOICE), customer);
        amounts.merge(key, amount, BigDecimal::add);
        return key;
    }

    /** What an amount is worth. */
    static long starsFor(BigDecimal amount) {
        long stars = amount.abs().setScale(0, RoundingMode.FLOOR).longValueExact();
        return amount.signum() < 0 ? -stars : stars;
    }

    /** Fields of a line; quoted ones may hold commas and doubled quotes. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
