package dev.laurel.cloudevents;

import dev.laurel.cloudevents.HttpReading.BatchTooLarge;
import dev.laurel.cloudevents.HttpReading.BrokenBody;
import dev.laurel.cloudevents.HttpReading.Read;
import dev.laurel.cloudevents.HttpReading.UnsupportedMediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads events from HTTP requests, in the three modes of the CloudEvents HTTP protocol binding
 * 1.0.2: binary, structured and batched, always JSON. Thread-safe.
 */
public final class HttpEvents {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCHED = "application/cloudevents-batch+json";

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final IntakeLimits limits;

    public HttpEvents(IntakeLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads one request.
     *
     * @param program the program that it was sent to, known to be a program id
     * @param contentType the request's content type
     * @param headers its headers, for the binary mode
     * @param body the whole body
     * @param receivedAt the events' recorded time, and what their own times are measured against
     * @param imported whether the request was declared as history
     */
    public HttpReading read(
            String program,
            @Nullable String contentType,
            HeaderLookup headers,
            byte[] body,
            Instant receivedAt,
            boolean imported) {
        Receipt receipt = new Receipt(program, receivedAt, imported, limits.maxDataBytes());
        String[] media =
                contentType == null
                        ? new String[] {""}
                        : contentType.toLowerCase(Locale.ROOT).split(";", 2);
        if (media.length == 2 && !Attributes.isUtf8(media[1])) {
            return new UnsupportedMediaType(
                    "Expected JSON in UTF-8, but the content type was '%s'."
                            .formatted(contentType));
        }
        try {
            return switch (media[0].strip()) {
                case STRUCTURED -> structured(body, receipt);
                case BATCHED -> batched(body, receipt);
                case "", "application/json" ->
                        hasAttributes(headers)
                                ? binary(contentType, headers, body, receipt)
                                : unsupported(contentType);
                default -> unsupported(contentType);
            };
        } catch (JacksonException broken) {
            return new BrokenBody("Expected JSON, but %s".formatted(JsonFaults.sentence(broken)));
        }
    }

    private HttpReading structured(byte[] body, Receipt receipt) {
        try (JsonParser parser = mapper.createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                return new BrokenBody(
                        "Expected one event, a JSON object, but it was %s."
                                .formatted(DataReader.nameOf(first)));
            }
            if (parser.currentTokenLocation().getByteOffset() < 0) {
                return notUtf8();
            }
            EventReading reading = new EventObject(parser, body, receipt, 0).read();
            return parser.nextToken() == null ? new Read(List.of(reading)) : trailing();
        }
    }

    private HttpReading batched(byte[] body, Receipt receipt) {
        List<EventReading> readings = new ArrayList<>();
        try (JsonParser parser = mapper.createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_ARRAY) {
                return new BrokenBody(
                        "Expected a batch, a JSON array, but it was %s."
                                .formatted(DataReader.nameOf(first)));
            }
            if (parser.currentTokenLocation().getByteOffset() < 0) {
                return notUtf8();
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (readings.size() == limits.maxEvents()) {
                    return new BatchTooLarge(limits.maxEvents());
                }
                readings.add(new EventObject(parser, body, receipt, readings.size()).read());
            }
            return parser.nextToken() == null ? new Read(readings) : trailing();
        }
    }

    private HttpReading binary(
            @Nullable String contentType, HeaderLookup headers, byte[] body, Receipt receipt) {
        Attributes attributes =
                new Attributes(
                        HeaderValues.find(headers, "ce-specversion"),
                        HeaderValues.find(headers, "ce-id"),
                        HeaderValues.find(headers, "ce-source"),
                        HeaderValues.find(headers, "ce-type"),
                        HeaderValues.find(headers, "ce-subject"),
                        HeaderValues.find(headers, "ce-time"),
                        contentType);
        EventAssembly assembly = new EventAssembly(receipt, 0);
        try (JsonParser parser = mapper.createParser(body)) {
            if (parser.nextToken() == null) {
                return new Read(List.of(assembly.finish(attributes)));
            }
            if (parser.currentTokenLocation().getByteOffset() < 0) {
                return notUtf8();
            }
            assembly.data(parser, body);
            return parser.nextToken() == null
                    ? new Read(List.of(assembly.finish(attributes)))
                    : trailing();
        }
    }

    /** Whether a sender meant the binary mode, complete or not. */
    private static boolean hasAttributes(HeaderLookup headers) {
        return Stream.of("ce-specversion", "ce-id", "ce-source", "ce-type")
                .anyMatch(name -> headers.find(name) != null);
    }

    private static HttpReading unsupported(@Nullable String contentType) {
        return new UnsupportedMediaType(
                "Expected %s, %s, or application/json with ce- headers, but the content type was %s and there were no such headers."
                        .formatted(STRUCTURED, BATCHED, Texts.quoted(contentType)));
    }

    private static HttpReading notUtf8() {
        return new BrokenBody("Expected JSON in UTF-8, but it is in another encoding.");
    }

    private static HttpReading trailing() {
        return new BrokenBody("Expected one JSON value, but something follows it.");
    }
}
