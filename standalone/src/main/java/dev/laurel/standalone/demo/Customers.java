package dev.laurel.standalone.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whom events are about. */
final class Customers {

    private Customers() {}

    /** The one attribute that is read; the rest is passed over. */
    private record About(String subject) {}

    /** The first so many in a compressed file of one CloudEvent per line. */
    static List<String> first(int number, Path file) throws IOException {
        JsonMapper json = new JsonMapper();
        Set<String> found = new LinkedHashSet<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && found.size() < number) {
                found.add(json.readValue(line, About.class).subject());
                line = lines.readLine();
            }
        } catch (JacksonException e) {
            throw new IOException("Expected events in " + file + ", but " + e.getMessage(), e);
        }
        return List.copyOf(found);
    }
}
