import module java.base;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

/**
 * Turns tables of a Stack Exchange data dump into CloudEvents 1.0, one JSON object per line, by
 * time. Each event says what the site knows at that moment of the posts and people in it; no
 * reputation and no badge is worked out here.
 *
 * <p>The folder holds {@code posts}, {@code users}, {@code votes} and {@code comments} as {@code
 * .csv} or {@code .csv.gz}, with the dump's own column names; other columns are ignored.
 *
 * <p>A vote has a day and no time. Within a day downvotes come first, so that no score is higher on
 * the way than it may have been.
 *
 * <pre>java ConvertStackExchange.java FOLDER events.ndjson.gz [SOURCE]</pre>
 */
final class ConvertStackExchange {

    private static final String SOURCE = "/sites/quantumcomputing";

    private ConvertStackExchange() {}

    static void main(String[] args) {
        if (args.length < 2 || args.length > 3) {
            exit(2, "Expected FOLDER OUT.ndjson.gz [SOURCE], but got " + args.length + " arguments");
        }
        try {
            var events = new Site(Path.of(args[0])).events();
            write(events, Path.of(args[1]), args.length == 3 ? args[2] : SOURCE);
            var counts = new TreeMap<String, Integer>();
            events.forEach(event -> counts.merge(event.type(), 1, Integer::sum));
            counts.forEach((type, count) -> IO.println("%-18s %,8d".formatted(type, count)));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            exit(1, "Could not convert %s: %s".formatted(args[0], e));
        }
    }

    private static void exit(int code, String message) {
        System.err.println(message);
        System.exit(code);
    }

    /** Compressed as far as it goes, without a time or a name in the header. */
    private static void write(List<Event> events, Path file, String source) throws IOException {
        try (var gzip = new SmallestGzip(Files.newOutputStream(file));
                var out = new BufferedWriter(new OutputStreamWriter(gzip, UTF_8))) {
            for (var event : events) {
                out.write(event.json(source));
                out.write('\n');
            }
        }
    }

    /** Gzip at level 9. */
    static final class SmallestGzip extends GZIPOutputStream {

        SmallestGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    /**
     * Something that happened.
     *
     * @param rank among events at the same time, lower ones first
     * @param number among those, the dump's own number
     * @param subject the member whose event it is
     * @param data values that JSON has: texts, whole numbers, truth values
     */
    record Event(
            Instant time,
            int rank,
            long number,
            String id,
            String type,
            String subject,
            Map<String, Object> data) {

        static final Comparator<Event> IN_ORDER =
                comparing(Event::time).thenComparing(Event::rank).thenComparing(Event::number);

        String json(String source) {
            return """
                    {"specversion":"1.0","id":%s,"source":%s,"type":%s,"subject":%s,"time":%s,\
                    "datacontenttype":"application/json","data":%s}"""
                    .formatted(
                            string(id),
                            string(source),
                            string(type),
                            string(subject),
                            string(time.toString()),
                            data.entrySet().stream()
                                    .map(e -> string(e.getKey()) + ":" + value(e.getValue()))
                                    .collect(joining(",", "{", "}")));
        }

        private static String value(Object value) {
            return value instanceof String text ? string(text) : value.toString();
        }

        /** Ids, types and times have no character that JSON would want escaped. */
        private static String string(String text) {
            if (text.chars().anyMatch(c -> c == '"' || c == '\\' || c < ' ')) {
                throw new IllegalArgumentException("Expected a plain text, but got " + text);
            }
            return '"' + text + '"';
        }
    }

    /** One row of a table, by column; empty fields are empty texts. */
    record Row(Map<String, String> fields) {

        String text(String column) {
            var value = fields.get(column);
            if (value == null) {
                throw new IllegalArgumentException(
                        "Expected a column %s, but got %s".formatted(column, fields.keySet()));
            }
            return value;
        }

        boolean has(String column) {
            return !text(column).isEmpty();
        }

        long number(String column) {
            return has(column) ? Long.parseLong(text(column)) : 0;
        }

        /** The dump's times are UTC without saying so. */
        Instant time(String column) {
            return LocalDateTime.parse(text(column)).toInstant(ZoneOffset.UTC);
        }
    }

    /** The tables of a site. */
    static final class Site {

        private static final String QUESTION = "1";
        private static final String ANSWER = "2";

        /** The dump's own account for what nobody did. */
        private static final String COMMUNITY = "-1";

        private final Map<String, Row> posts = new LinkedHashMap<>();
        private final Set<String> firstAnswers = new HashSet<>();
        private final List<Row> users;
        private final List<Row> votes;
        private final List<Row> comments;

        Site(Path folder) throws IOException {
            table(folder, "posts").forEach(post -> posts.put(post.text("Id"), post));
            users = table(folder, "users");
            votes = table(folder, "votes");
            comments = table(folder, "comments");
            var first = new HashMap<String, Row>();
            posts.values().stream()
                    .filter(post -> post.text("PostTypeId").equals(ANSWER))
                    .sorted(comparing((Row post) -> post.time("CreationDate"))
                            .thenComparing(post -> post.number("Id")))
                    .forEach(post -> first.putIfAbsent(post.text("ParentId"), post));
            first.values().forEach(post -> firstAnswers.add(post.text("Id")));
        }

        List<Event> events() {
            var events = new ArrayList<Event>();
            votes.forEach(vote -> vote(vote).ifPresent(events::add));
            comments.forEach(comment -> comment(comment).ifPresent(events::add));
            var end = end();
            posts.values().forEach(post -> views(post, end).ifPresent(events::add));
            users.forEach(user -> events.addAll(counts(user, end)));
            events.sort(Event.IN_ORDER);
            return events;
        }

        /** The dump counts views and votes cast up to now; now is after all that it tells of. */
        private Instant end() {
            return Stream.of(votes, comments)
                    .flatMap(List::stream)
                    .map(row -> row.time("CreationDate"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow()
                    .truncatedTo(ChronoUnit.DAYS)
                    .plus(Duration.ofDays(1));
        }

        /** Votes on posts that are no longer there, or are none of these, say too little. */
        private Optional<Event> vote(Row vote) {
            var post = posts.get(vote.text("PostId"));
            if (post == null || !isQuestion(post) && !isAnswer(post)) {
                return Optional.empty();
            }
            return switch (vote.text("VoteTypeId")) {
                case "1" -> isAnswer(post) ? Optional.of(accepted(vote, post)) : Optional.empty();
                case "2" -> voted(vote, post, 1);
                case "3" -> voted(vote, post, -1);
                case "8" -> offered(vote, post);
                case "9" -> awarded(vote, post);
                default -> Optional.empty();
            };
        }

        private Optional<Event> voted(Row vote, Row post, int value) {
            if (!post.has("OwnerUserId")) {
                return Optional.empty();
            }
            var data = new LinkedHashMap<String, Object>();
            data.put("post", post.text("Id"));
            data.put("value", value);
            data.put("wiki", isWiki(post, vote));
            if (isAnswer(post)) {
                data.put("first", firstAnswers.contains(post.text("Id")));
                data.put("own", isOwnAnswer(post));
            }
            var type = isQuestion(post) ? "question-voted" : "answer-voted";
            return Optional.of(of(vote, value < 0 ? 0 : 1, type, post.text("OwnerUserId"), data));
        }

        /** The asker's event; for a question that nobody owns any more, that of the community. */
        private Event accepted(Row vote, Row answer) {
            var question = posts.get(answer.text("ParentId"));
            var asker = question == null ? "" : question.text("OwnerUserId");
            var data = new LinkedHashMap<String, Object>();
            data.put("post", answer.text("Id"));
            data.put("question", answer.text("ParentId"));
            if (answer.has("OwnerUserId")) {
                data.put("owner", answer.text("OwnerUserId"));
            }
            data.put("wiki", isWiki(answer, vote));
            data.put("questionWiki", question != null && isWiki(question, vote));
            data.put("first", firstAnswers.contains(answer.text("Id")));
            data.put("own", isOwnAnswer(answer));
            return of(vote, 2, "answer-accepted", asker.isEmpty() ? COMMUNITY : asker, data);
        }

        private Optional<Event> offered(Row vote, Row question) {
            if (!vote.has("UserId") || !vote.has("BountyAmount")) {
                return Optional.empty();
            }
            var data = new LinkedHashMap<String, Object>();
            data.put("post", question.text("Id"));
            data.put("amount", vote.number("BountyAmount"));
            data.put("own", vote.text("UserId").equals(question.text("OwnerUserId")));
            return Optional.of(of(vote, 3, "bounty-offered", vote.text("UserId"), data));
        }

        /** One without an amount ran out, and nobody got it. */
        private Optional<Event> awarded(Row vote, Row answer) {
            if (!answer.has("OwnerUserId") || !vote.has("BountyAmount")) {
                return Optional.empty();
            }
            Map<String, Object> data =
                    new LinkedHashMap<>(Map.of("post", answer.text("Id")));
            data.put("amount", vote.number("BountyAmount"));
            return Optional.of(of(vote, 4, "bounty-awarded", answer.text("OwnerUserId"), data));
        }

        private static Event of(
                Row vote, int rank, String type, String subject, Map<String, Object> data) {
            return new Event(
                    vote.time("CreationDate"),
                    rank,
                    vote.number("Id"),
                    "vote-" + vote.text("Id"),
                    type,
                    subject,
                    data);
        }

        private static Optional<Event> comment(Row comment) {
            if (!comment.has("UserId")) {
                return Optional.empty();
            }
            return Optional.of(
                    new Event(
                            comment.time("CreationDate"),
                            5,
                            comment.number("Id"),
                            "comment-" + comment.text("Id"),
                            "commented",
                            comment.text("UserId"),
                            Map.of("post", comment.text("PostId"))));
        }

        private static Optional<Event> views(Row post, Instant now) {
            if (!isQuestion(post) || !post.has("OwnerUserId") || post.number("ViewCount") == 0) {
                return Optional.empty();
            }
            var data = new LinkedHashMap<String, Object>();
            data.put("post", post.text("Id"));
            data.put("views", post.number("ViewCount"));
            return Optional.of(
                    new Event(
                            now,
                            6,
                            post.number("Id"),
                            "views-" + post.text("Id"),
                            "views-counted",
                            post.text("OwnerUserId"),
                            data));
        }

        private static List<Event> counts(Row user, Instant now) {
            var events = new ArrayList<Event>();
            var id = user.text("Id");
            if (id.equals(COMMUNITY)) {
                return events;
            }
            var data = new LinkedHashMap<String, Object>();
            data.put("up", user.number("UpVotes"));
            data.put("down", user.number("DownVotes"));
            if (user.number("UpVotes") + user.number("DownVotes") > 0) {
                events.add(
                        new Event(
                                now, 7, Long.parseLong(id), "votes-" + id, "votes-counted", id, data));
            }
            if (user.text("HasAboutMe").equals("1")) {
                events.add(
                        new Event(
                                now,
                                8,
                                Long.parseLong(id),
                                "profile-" + id,
                                "profile-written",
                                id,
                                Map.of()));
            }
            return events;
        }

        private static boolean isQuestion(Row post) {
            return post.text("PostTypeId").equals(QUESTION);
        }

        private static boolean isAnswer(Row post) {
            return post.text("PostTypeId").equals(ANSWER);
        }

        /** Whether the post belonged to the community on the day of the vote. */
        private static boolean isWiki(Row post, Row vote) {
            return post.has("CommunityOwnedDate")
                    && !post.time("CommunityOwnedDate")
                            .truncatedTo(ChronoUnit.DAYS)
                            .isAfter(vote.time("CreationDate"));
        }

        private boolean isOwnAnswer(Row answer) {
            var question = posts.get(answer.text("ParentId"));
            return question != null
                    && question.has("OwnerUserId")
                    && question.text("OwnerUserId").equals(answer.text("OwnerUserId"));
        }

        /** Reads a table; its fields have no quotes in them. */
        private static List<Row> table(Path folder, String name) throws IOException {
            var compressed = folder.resolve(name + ".csv.gz");
            var plain = folder.resolve(name + ".csv");
            try (var in =
                            Files.exists(compressed)
                                    ? new GZIPInputStream(Files.newInputStream(compressed))
                                    : Files.newInputStream(plain);
                    var reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
                var columns = reader.readLine().split(",", -1);
                return reader.lines().map(line -> row(columns, line)).toList();
            }
        }

        private static Row row(String[] columns, String line) {
            var values = line.split(",", -1);
            if (values.length != columns.length || line.indexOf('"') >= 0) {
                throw new IllegalArgumentException(
                        "Expected %d plain fields, but got %s".formatted(columns.length, line));
            }
            var fields = new HashMap<String, String>();
            for (int i = 0; i < columns.length; i++) {
                fields.put(columns[i], values[i]);
            }
            return new Row(fields);
        }
    }
}
