package dev.laurel.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The sample's events, one a line. */
final class Events {

    static final Path SAMPLE = Path.of("../examples/retail-club");

    private static final Pattern SUBJECT = Pattern.compile("\"subject\" *: *\"([^\"]*)\"");

    private Events() {}

    static List<String> sample() throws IOException {
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(SAMPLE.resolve("events.ndjson.gz")))) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        }
    }

    /** Whose event it is. */
    static String subject(String event) {
        Matcher subject = SUBJECT.matcher(event);
        if (!subject.find()) {
            throw new AssertionError("Expected an event with a subject, but got " + event);
        }
        return subject.group(1);
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
