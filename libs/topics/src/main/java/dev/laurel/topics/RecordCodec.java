package dev.laurel.topics;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON of every topic but {@code laurel.events}: instants in ISO form, unknown properties ignored,
 * components that are not {@code @Nullable} required. In a {@code Map<String, Object>} numbers are
 * {@code Integer}, {@code Long}, {@code BigInteger} or {@code Double}, whichever is the first to
 * hold the value. Thread-safe; one instance serves a whole service.
 */
public final class RecordCodec {

    private final JsonMapper mapper =
            JsonMapper.builder()
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .annotationIntrospector(
                            tools.jackson.databind.AnnotationIntrospector.pair(
                                    new tools.jackson.databind.introspect
                                            .JacksonAnnotationIntrospector(),
                                    new RequiredComponents()))
                    .build();

    private final ConcurrentMap<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
    private final ConcurrentMap<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();

    /** The record's JSON in UTF-8. */
    public byte[] write(Object value) {
        return writers.computeIfAbsent(value.getClass(), mapper::writerFor)
                .writeValueAsBytes(value);
    }

    /**
     * Reads what {@link #write} wrote, or what a newer or older version of it wrote.
     *
     * @throws UnreadableRecord when the bytes are not JSON of that type, or are absent
     */
    public <T> T read(byte @Nullable [] bytes, Class<T> type) {
        if (bytes == null) {
            throw new UnreadableRecord(
                    "Expected %s, but the record has no value.".formatted(nameOf(type)));
        }
        T value;
        try {
            value = readers.computeIfAbsent(type, mapper::readerFor).readValue(bytes);
        } catch (JacksonException broken) {
            throw new UnreadableRecord(
                    "Expected %s, but %s".formatted(nameOf(type), reasonOf(broken)), broken);
        }
        if (value == null) {
            throw new UnreadableRecord(
                    "Expected %s, but the record's value is null.".formatted(nameOf(type)));
        }
        return value;
    }

    private static String nameOf(Class<?> type) {
        String name = type.getSimpleName();
        return ("AEIOU".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
    }

    private static String reasonOf(JacksonException broken) {
        String place = broken.getPathReference();
        return "%s%s"
                .formatted(
                        broken.getOriginalMessage(),
                        place == null || place.isEmpty() ? "" : " (at " + place + ")");
    }
}
