package dev.laurel.cli.validate;

import dev.laurel.cli.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A program document in a file, YAML or JSON.
 *
 * @param document what it says
 * @param places where it says it
 */
record ProgramFile(Map<String, Object> document, DocumentPlaces places) {

    private static final YAMLMapper YAML =
            YAMLMapper.builder(
                            YAMLFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .build();

    /**
     * Reads a file.
     *
     * @throws CommandFailure when there is none, or it is no YAML, with line and column
     */
    static ProgramFile read(Path path) {
        try {
            byte[] text = Files.readAllBytes(path);
            if (new String(text, StandardCharsets.UTF_8).isBlank()) {
                throw new CommandFailure(
                        "Expected a program in %s, but the file is empty.".formatted(path));
            }
            Map<String, Object> document = YAML.readValue(text, new TypeReference<>() {});
            try (JsonParser parser = YAML.createParser(text)) {
                return new ProgramFile(document, DocumentPlaces.read(parser));
            }
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    "Expected a program in %s, but the file can't be read.".formatted(path),
                    unreadable);
        } catch (JacksonException noYaml) {
            TokenStreamLocation location = noYaml.getLocation();
            throw new CommandFailure(
                    "Expected YAML, but %s:%s: %s"
                            .formatted(
                                    path,
                                    location == null
                                            ? "1:1"
                                            : location.getLineNr() + ":" + location.getColumnNr(),
                                    noYaml.getOriginalMessage().strip().replaceAll("\\s+", " ")),
                    noYaml);
        }
    }
}
