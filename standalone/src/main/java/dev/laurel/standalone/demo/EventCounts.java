package dev.laurel.standalone.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many events of each type a file has.
 *
 * @param byType the type's name to its count
 */
record EventCounts(Map<String, Long> byType) {

    /** The one attribute that is read; the rest is passed over. */
    private record Typed(String type) {}

    /** Reads a compressed file of one CloudEvent per line. */
    static EventCounts of(Path file) throws IOException {
        JsonMapper json = new JsonMapper();
        Map<String, Long> counts = new TreeMap<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                counts.merge(json.readValue(line, Typed.class).type(), 1L, Long::sum);
                line = lines.readLine();
            }
        } catch (JacksonException e) {
            throw new IOException("Expected events in " + file + ", but " + e.getMessage(), e);
        }
        return new EventCounts(counts);
    }

    long of(String type) {
        return byType.getOrDefault(type, 0L);
    }
}
