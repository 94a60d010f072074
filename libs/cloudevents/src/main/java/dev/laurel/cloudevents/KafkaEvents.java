package dev.laurel.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.cloudevents.Decoded.DecodedEvent;
import dev.laurel.cloudevents.Decoded.DecodedMark;
import dev.laurel.cloudevents.Decoded.Malformed;
import dev.laurel.contracts.MemberKey;
import dev.laurel.contracts.Topics;
import dev.laurel.contracts.events.Event;
import dev.laurel.contracts.events.PublicationMark;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records of {@code laurel.events}: the binary mode of the CloudEvents Kafka protocol binding
 * 1.0.2. Attributes are headers, the value is the data, the key is {@code program/member}.
 * Thread-safe.
 */
public final class KafkaEvents {

    private static final byte[] TRUE = "true".getBytes(UTF_8);
    private static final byte[] SPEC_VERSION = Attributes.SPEC_VERSION.getBytes(UTF_8);
    private static final byte[] JSON = "application/json".getBytes(UTF_8);

    private final JsonMapper mapper = JsonMapper.builder().build();

    /** The record for an event, without a trace. */
    public ProducerRecord<byte[], byte[]> toRecord(Event event) {
        return toRecord(event, mapper.writeValueAsBytes(event.data()), null);
    }

    /**
     * The record for an event whose data is at hand as JSON.
     *
     * @param event the event
     * @param data its data as JSON in UTF-8, written as it is
     * @param traceparent W3C trace context of the request that brought it, for the CloudEvents
     *     extension of the same name
     */
    public ProducerRecord<byte[], byte[]> toRecord(
            Event event, byte[] data, @Nullable String traceparent) {
        Headers headers = new RecordHeaders();
        headers.add(HeaderNames.SPEC_VERSION, SPEC_VERSION);
        add(headers, HeaderNames.ID, event.id());
        add(headers, HeaderNames.SOURCE, event.source());
        add(headers, HeaderNames.TYPE, event.type());
        add(headers, HeaderNames.SUBJECT, event.subject());
        add(headers, HeaderNames.TIME, event.time().toString());
        add(headers, HeaderNames.RECORDED_TIME, event.recordedTime().toString());
        if (event.imported()) {
            headers.add(HeaderNames.IMPORT, TRUE);
        }
        if (traceparent != null) {
            add(headers, HeaderNames.TRACE_PARENT, traceparent);
        }
        headers.add(HeaderNames.CONTENT_TYPE, JSON);
        byte[] key = new MemberKey(event.program(), event.subject()).toString().getBytes(UTF_8);
        return new ProducerRecord<>(Topics.EVENTS.name(), null, key, data, headers);
    }

    /** The record that tells one partition of {@code laurel.events} of a published version. */
    public ProducerRecord<byte[], byte[]> markRecord(PublicationMark mark, int partition) {
        Headers headers = new RecordHeaders();
        headers.add(HeaderNames.SPEC_VERSION, SPEC_VERSION);
        add(headers, HeaderNames.ID, mark.program() + "/" + mark.version());
        add(headers, HeaderNames.SOURCE, PublicationMark.SOURCE);
        add(headers, HeaderNames.TYPE, PublicationMark.TYPE);
        headers.add(HeaderNames.CONTENT_TYPE, JSON);
        return new ProducerRecord<>(
                Topics.EVENTS.name(),
                partition,
                mark.program().getBytes(UTF_8),
                mapper.writeValueAsBytes(Map.of("version", mark.version())),
                headers);
    }

    /**
     * Reads a record of {@code laurel.events}. Does not throw, whatever the bytes.
     *
     * @param recordTimestamp the record's timestamp in milliseconds: the recorded time of events
     *     from producers that do not say it
     */
    public Decoded decode(
            byte @Nullable [] key, byte @Nullable [] value, Headers headers, long recordTimestamp) {
        if (key == null) {
            return new Malformed("Expected a key of the form program/member, but there was none.");
        }
        if (value == null) {
            return new Malformed("Expected a JSON object as the value, but there was none.");
        }
        try {
            String keyText = utf8("key", key);
            return keyText.indexOf('/') < 0 && PublicationMark.TYPE.equals(type(headers))
                    ? mark(keyText, value)
                    : event(MemberKey.parse(keyText), value, headers, recordTimestamp);
        } catch (JacksonException broken) {
            return new Malformed(
                    "Expected JSON as the value, but %s".formatted(JsonFaults.sentence(broken)));
        } catch (IllegalArgumentException refused) {
            return new Malformed(String.valueOf(refused.getMessage()));
        }
    }

    private Decoded mark(String program, byte[] value) {
        List<FieldProblem> problems = new ArrayList<>();
        Map<String, Object> data = data(value, problems);
        return data.get("version") instanceof Integer version
                ? new DecodedMark(new PublicationMark(program, version))
                : new Malformed(
                        "Expected a publication mark with the version, but its data was %s."
                                .formatted(Texts.quoted(data.toString())));
    }

    private Decoded event(MemberKey key, byte[] value, Headers headers, long recordTimestamp) {
        Attributes attributes =
                new Attributes(
                        text(headers, HeaderNames.SPEC_VERSION),
                        text(headers, HeaderNames.ID),
                        text(headers, HeaderNames.SOURCE),
                        type(headers),
                        text(headers, HeaderNames.SUBJECT),
                        text(headers, HeaderNames.TIME),
                        text(headers, HeaderNames.CONTENT_TYPE));
        Instant recorded = recordedTime(headers, recordTimestamp);
        List<FieldProblem> problems = new ArrayList<>();
        attributes.check(recorded, problems);
        Map<String, Object> data = data(value, problems);
        String subject = attributes.subject();
        if (subject != null && !subject.equals(key.member())) {
            problems.add(
                    new FieldProblem(
                            "/subject",
                            "Expected the subject to be the member of the key %s, but it was %s."
                                    .formatted(Texts.quoted(key.toString()), Texts.quoted(subject)),
                            null));
        }
        return problems.isEmpty()
                ? new DecodedEvent(
                        new Event(
                                key.program(),
                                present(attributes.source()),
                                present(attributes.id()),
                                present(attributes.type()),
                                key.member(),
                                attributes.instant(),
                                recorded,
                                "true".equals(text(headers, HeaderNames.IMPORT)),
                                data))
                : new Malformed(
                        String.join(" ", problems.stream().map(FieldProblem::message).toList()));
    }

    private Map<String, Object> data(byte[] value, List<FieldProblem> problems) {
        try (JsonParser parser = mapper.createParser(value)) {
            parser.nextToken();
            Map<String, Object> data = new DataReader(parser, problems).read();
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException(
                        "Expected one JSON object as the value, but something follows it.");
            }
            return data;
        }
    }

    private static Instant recordedTime(Headers headers, long recordTimestamp) {
        String text = text(headers, HeaderNames.RECORDED_TIME);
        Instant recorded =
                text == null ? Instant.ofEpochMilli(recordTimestamp) : Rfc3339.parse(text);
        if (recorded == null || !Attributes.isPlausible(recorded)) {
            throw new IllegalArgumentException(
                    "Expected a recorded time from the year 2000 on, but it was %s."
                            .formatted(text == null ? recordTimestamp : Texts.quoted(text)));
        }
        return recorded;
    }

    private static @Nullable String type(Headers headers) {
        return text(headers, HeaderNames.TYPE);
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : utf8(name, header.value());
    }

    private static String utf8(String what, byte[] bytes) {
        String text = new String(bytes, UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            try {
                UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            } catch (CharacterCodingException broken) {
                throw new IllegalArgumentException(
                        "Expected %s in UTF-8, but it was %s.".formatted(what, Texts.quoted(text)),
                        broken);
            }
        }
        return text;
    }

    private static String present(@Nullable String checked) {
        if (checked == null) {
            throw new IllegalStateException("Expected a checked attribute, but it was absent.");
        }
        return checked;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
