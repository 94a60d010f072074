import module java.base;

import static java.math.BigDecimal.ZERO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

/**
 * Turns the UCI Online Retail lines into CloudEvents 1.0: one {@code purchase} or {@code return}
 * per invoice of a known customer, one JSON object per line, by time and then by invoice number.
 *
 * <p>The same input always gives the same lines. On one JDK it also gives the same compressed
 * bytes, since the gzip header carries no time and no name.
 *
 * <pre>java ConvertOnlineRetail.java data/online_retail.csv.gz events.ndjson.gz</pre>
 */
final class ConvertOnlineRetail {

    /** What the published data set holds; other counts mean that the input is another one. */
    static final Counts EXPECTED =
            new Counts(
                    22_190,
                    18_536,
                    3_654,
                    4_372,
                    406_829,
                    new BigDecimal("8911407.904"),
                    new BigDecimal("611342.09"));

    private ConvertOnlineRetail() {}

    static void main(String[] args) {
        if (args.length != 2) {
            exit(2, "Expected IN.csv.gz OUT.ndjson.gz, but got " + args.length + " arguments");
        }
        try {
            convert(Path.of(args[0]), Path.of(args[1]));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            exit(1, "Could not convert %s: %s".formatted(args[0], e));
        }
    }

    /** @throws IllegalArgumentException if the input is not the published data set */
    static void convert(Path csv, Path ndjson) throws IOException {
        var invoices = Invoice.of(read(csv));
        write(invoices, ndjson);
        var counts = Counts.of(invoices);
        IO.println(counts.describe());
        if (!counts.equals(EXPECTED)) {
            throw new IllegalArgumentException("Expected\n" + EXPECTED.describe());
        }
    }

    private static void exit(int code, String message) {
        System.err.println(message);
        System.exit(code);
    }

    /** The lines of known customers, in the order of the file. */
    static List<Line> read(Path csv) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(csv));
                var reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            var rows = new Csv(reader);
            rows.next().ifPresent(Line::requireHeader);
            return rows.stream().filter(Line::hasCustomer).map(Line::of).toList();
        }
    }

    static void write(List<Invoice> invoices, Path ndjson) throws IOException {
        try (var gzip = new SmallestGzip(Files.newOutputStream(ndjson));
                var out = new BufferedWriter(new OutputStreamWriter(gzip, UTF_8))) {
            for (var invoice : invoices) {
                Json.write(invoice, out);
                out.write('\n');
            }
        }
    }

    /**
     * One row of the source.
     *
     * @param quantity units; negative on a cancelled invoice
     * @param time UK wall-clock time, to the minute
     * @param price of one unit, in pounds; zero for gifts
     */
    record Line(
            String invoice,
            String sku,
            int quantity,
            LocalDateTime time,
            BigDecimal price,
            String customer,
            String country) {

        private static final List<String> HEADER =
                List.of(
                        "InvoiceNo",
                        "StockCode",
                        "Description",
                        "Quantity",
                        "InvoiceDate",
                        "UnitPrice",
                        "CustomerID",
                        "Country");

        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

        static void requireHeader(List<String> row) {
            if (!row.equals(HEADER)) {
                throw new IllegalArgumentException(
                        "Expected the header %s, but got %s".formatted(HEADER, row));
            }
        }

        static boolean hasCustomer(List<String> row) {
            if (row.size() != HEADER.size()) {
                throw new IllegalArgumentException(
                        "Expected %d fields, but got %s".formatted(HEADER.size(), row));
            }
            return !row.get(6).isEmpty();
        }

        /** Customer ids went through a spreadsheet: {@code 17850.0} is customer 17850. */
        static Line of(List<String> row) {
            return new Line(
                    row.get(0),
                    row.get(1),
                    Integer.parseInt(row.get(3)),
                    LocalDateTime.parse(row.get(4), TIME),
                    new BigDecimal(row.get(5)),
                    row.get(6).replaceFirst("\\.0$", ""),
                    row.get(7));
        }

        BigDecimal amount() {
            return price.multiply(BigDecimal.valueOf(quantity));
        }

        String buyer() {
            return customer + " in " + country;
        }
    }

    /** What an invoice was; its name is the type of the event. */
    enum Kind {
        PURCHASE("purchase", 1),
        RETURN("return", -1);

        final String type;
        private final int sign;

        Kind(String type, int sign) {
            this.type = type;
            this.sign = sign;
        }

        /** Cancelled goods are booked as negative; their events are not. */
        BigDecimal positive(BigDecimal booked) {
            return booked.multiply(BigDecimal.valueOf(sign));
        }

        int positive(int booked) {
            return booked * sign;
        }

        /** A number that starts with {@code C} cancels goods sold before. */
        static Kind of(String invoice) {
            return invoice.startsWith("C") ? RETURN : PURCHASE;
        }
    }

    /**
     * An invoice as the member saw it: quantities and amounts are positive, and {@code kind} says
     * which way they went.
     *
     * @param time of the earliest line; some invoices were keyed in across two minutes
     * @param items one per line of the source, also where lines share a stock code
     */
    record Invoice(
            String number,
            Kind kind,
            String customer,
            String country,
            Instant time,
            BigDecimal amount,
            List<Item> items) {

        /** The shop's clock; nothing was sold in the hours that summer time skips or repeats. */
        private static final ZoneId SHOP = ZoneId.of("Europe/London");

        private static final Comparator<Invoice> BY_TIME =
                Comparator.comparing(Invoice::time).thenComparing(Invoice::number);

        static List<Invoice> of(List<Line> lines) {
            return lines.stream()
                    .collect(groupingBy(Line::invoice, LinkedHashMap::new, toList()))
                    .values()
                    .stream()
                    .map(Invoice::from)
                    .sorted(BY_TIME)
                    .toList();
        }

        private static Invoice from(List<Line> lines) {
            requireOneBuyer(lines);
            var first = lines.getFirst();
            var kind = Kind.of(first.invoice());
            return new Invoice(
                    first.invoice(),
                    kind,
                    first.customer(),
                    first.country(),
                    earliest(lines).atZone(SHOP).toInstant(),
                    kind.positive(lines.stream().map(Line::amount).reduce(ZERO, BigDecimal::add)),
                    lines.stream().map(line -> Item.of(line, kind)).toList());
        }

        private static LocalDateTime earliest(List<Line> lines) {
            return lines.stream().map(Line::time).min(naturalOrder()).orElseThrow();
        }

        /** Eight customers moved country between invoices; none did within one. */
        private static void requireOneBuyer(List<Line> lines) {
            var buyers = lines.stream().map(Line::buyer).distinct().toList();
            if (buyers.size() != 1) {
                throw new IllegalArgumentException(
                        "Expected one customer and country on invoice %s, but got %s"
                                .formatted(lines.getFirst().invoice(), buyers));
            }
        }
    }

    /**
     * One line of an invoice.
     *
     * @param quantity units bought or given back, always positive
     */
    record Item(String sku, int quantity, BigDecimal price) {

        Item {
            if (quantity <= 0) {
                throw new IllegalArgumentException(
                        "Expected a positive quantity of %s, but got %d".formatted(sku, quantity));
            }
        }

        static Item of(Line line, Kind kind) {
            return new Item(line.sku(), kind.positive(line.quantity()), line.price());
        }
    }

    /**
     * A reader of comma-separated values as of RFC 4180: fields may be quoted, and a quoted field
     * may hold commas, line breaks and doubled quotes. Not safe for use by several threads.
     */
    static final class Csv {

        private static final int END = -1;

        private final Reader in;
        private int current;

        /** @param in buffered, and closed by the caller */
        Csv(Reader in) throws IOException {
            this.in = in;
            advance();
        }

        /** The rows that are left; empty fields are empty strings. */
        Stream<List<String>> stream() {
            return Stream.generate(this::nextUnchecked)
                    .takeWhile(Optional::isPresent)
                    .map(Optional::orElseThrow);
        }

        /** The next row, or nothing at the end of the input. */
        Optional<List<String>> next() throws IOException {
            if (current == END) {
                return Optional.empty();
            }
            var fields = new ArrayList<String>();
            fields.add(field());
            while (current == ',') {
                advance();
                fields.add(field());
            }
            endOfRow();
            return Optional.of(fields);
        }

        private Optional<List<String>> nextUnchecked() {
            try {
                return next();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String field() throws IOException {
            return current == '"' ? quoted() : plain();
        }

        private String plain() throws IOException {
            var text = new StringBuilder();
            while (current != ',' && current != '\r' && current != '\n' && current != END) {
                text.append((char) current);
                advance();
            }
            return text.toString();
        }

        private String quoted() throws IOException {
            var text = new StringBuilder();
            do {
                advance();
                while (current != '"') {
                    text.append(inQuotes());
                    advance();
                }
                advance();
                if (current == '"') {
                    text.append('"');
                }
            } while (current == '"');
            return text.toString();
        }

        private char inQuotes() {
            if (current == END) {
                throw new IllegalArgumentException(
                        "Expected a closing quote, but the input ended");
            }
            return (char) current;
        }

        private void endOfRow() throws IOException {
            if (current == '\r') {
                advance();
            }
            if (current != '\n' && current != END) {
                throw new IllegalArgumentException(
                        "Expected the end of a row, but got '%c'".formatted(current));
            }
            advance();
        }

        private void advance() throws IOException {
            current = in.read();
        }
    }

    /** Writes invoices as CloudEvents in JSON. */
    static final class Json {

        private Json() {}

        static void write(Invoice invoice, Writer out) throws IOException {
            out.write(
                    """
                    {"specversion":"1.0","id":%s,"source":"/shops/online-retail","type":%s,\
                    "subject":%s,"time":%s,"datacontenttype":"application/json",\
                    "data":{"amount":%s,"currency":"GBP","country":%s,"items":%s}}"""
                            .formatted(
                                    string(invoice.number()),
                                    string(invoice.kind().type),
                                    string(invoice.customer()),
                                    string(invoice.time().toString()),
                                    number(invoice.amount()),
                                    string(invoice.country()),
                                    items(invoice.items())));
        }

        private static String items(List<Item> items) {
            return items.stream().map(Json::item).collect(joining(",", "[", "]"));
        }

        private static String item(Item item) {
            return """
                    {"sku":%s,"quantity":%d,"price":%s}"""
                    .formatted(string(item.sku()), item.quantity(), number(item.price()));
        }

        /** Exact and plain: {@code 2.55}, {@code 100}, {@code 0}; never an exponent. */
        private static String number(BigDecimal value) {
            return value.stripTrailingZeros().toPlainString();
        }

        private static String string(String value) {
            return value.chars().mapToObj(Json::character).collect(joining("", "\"", "\""));
        }

        private static String character(int c) {
            if (c == '"' || c == '\\') {
                return "\\" + (char) c;
            }
            return c < ' ' ? "\\u%04x".formatted(c) : String.valueOf((char) c);
        }
    }

    /** Gzip at level 9, without a time or a name in its header. */
    static final class SmallestGzip extends GZIPOutputStream {

        SmallestGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    /** What was written; amounts in pounds. */
    record Counts(
            long events,
            long purchases,
            long returns,
            long customers,
            long items,
            BigDecimal bought,
            BigDecimal returned) {

        Counts {
            bought = bought.stripTrailingZeros();
            returned = returned.stripTrailingZeros();
        }

        static Counts of(List<Invoice> invoices) {
            return new Counts(
                    invoices.size(),
                    of(invoices, Kind.PURCHASE).count(),
                    of(invoices, Kind.RETURN).count(),
                    invoices.stream().map(Invoice::customer).distinct().count(),
                    invoices.stream().mapToLong(invoice -> invoice.items().size()).sum(),
                    total(invoices, Kind.PURCHASE),
                    total(invoices, Kind.RETURN));
        }

        private static Stream<Invoice> of(List<Invoice> invoices, Kind kind) {
            return invoices.stream().filter(invoice -> invoice.kind() == kind);
        }

        private static BigDecimal total(List<Invoice> invoices, Kind kind) {
            return of(invoices, kind).map(Invoice::amount).reduce(ZERO, BigDecimal::add);
        }

        String describe() {
            return """
                    events     %d
                    purchases  %d  (%s GBP)
                    returns    %d  (%s GBP)
                    customers  %d
                    items      %d"""
                    .formatted(
                            events,
                            purchases,
                            bought.toPlainString(),
                            returns,
                            returned.toPlainString(),
                            customers,
                            items);
        }
    }
}
