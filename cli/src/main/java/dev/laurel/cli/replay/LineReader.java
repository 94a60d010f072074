package dev.laurel.cli.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads newline-delimited JSON (RFC 8259 objects, one per line); blank lines are passed over. */
final class LineReader {

    private final JsonMapper json = new JsonMapper();
    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int limit;
    private long number;

    LineReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next event, or {@code null} at the end.
     *
     * @throws BrokenLineException when the line is no JSON object; the next call goes on behind it
     */
    @Nullable EventLine next() throws IOException, BrokenLineException {
        byte[] line = line();
        while (line != null && isBlank(line)) {
            line = line();
        }
        return line == null ? null : new EventLine(number, line, subject(line));
    }

    private byte @Nullable [] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1_024);
        boolean any = false;
        while (true) {
            if (position == limit) {
                limit = in.read(buffer);
                position = 0;
                if (limit <= 0) {
                    limit = 0;
                    number += any ? 1 : 0;
                    return any ? line.toByteArray() : null;
                }
            }
            any = true;
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, position, end - position);
            position = end;
            if (end < limit) {
                position++;
                number++;
                return line.toByteArray();
            }
        }
    }

    private String subject(byte[] line) throws BrokenLineException {
        String subject = "";
        try (JsonParser parser = json.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BrokenLineException(number, "it is no JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isSubject = "subject".equals(parser.currentName());
                if (parser.nextToken() == JsonToken.VALUE_STRING && isSubject) {
                    subject = parser.getString();
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new BrokenLineException(number, "something follows the JSON object");
            }
            return subject;
        } catch (JacksonException noJson) {
            throw new BrokenLineException(number, reason(noJson));
        }
    }

    /** Without where an unfinished object began: it begins with the line. */
    private static String reason(JacksonException noJson) {
        return noJson.getOriginalMessage().replaceFirst(" \\(start marker at .*", "");
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
