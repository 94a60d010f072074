package dev.laurel.cli.replay;

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
    private final Lines lines;

    LineReader(InputStream in) {
        this.lines = new Lines(in);
    }

    /**
     * The next event, or {@code null} at the end.
     *
     * @throws BrokenLineException when the line is no JSON object; the next call goes on behind it
     */
    @Nullable EventLine next() throws IOException, BrokenLineException {
        byte[] line = lines.next();
        return line == null ? null : new EventLine(lines.number(), line, subject(line));
    }

    private String subject(byte[] line) throws BrokenLineException {
        String subject = "";
        try (JsonParser parser = json.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BrokenLineException(lines.number(), "it is no JSON object");
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
                throw new BrokenLineException(lines.number(), "something follows the JSON object");
            }
            return subject;
        } catch (JacksonException noJson) {
            throw new BrokenLineException(lines.number(), reason(noJson));
        }
    }

    /** Without where an unfinished object began: it begins with the line. */
    private static String reason(JacksonException noJson) {
        return noJson.getOriginalMessage().replaceFirst(" \\(start marker at .*", "");
    }
}
