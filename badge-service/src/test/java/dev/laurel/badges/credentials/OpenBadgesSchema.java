package dev.laurel.badges.credentials;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Open Badges 3.0 asks of a credential. The standard's own JSON Schema may not be passed on
 * with this project: the one here says the same of the parts that are used, and more strictly. With
 * the system property {@code laurel.openbadges.schema} the standard's is held to as well, from that
 * file.
 */
final class OpenBadgesSchema {

    private static final JsonMapper JSON = new JsonMapper();

    private OpenBadgesSchema() {}

    /** What is wrong with it. */
    static List<String> errors(JsonNode credential) {
        List<String> errors =
                new ArrayList<>(errors(credential, own(), SpecificationVersion.DRAFT_2020_12));
        String published = System.getProperty("laurel.openbadges.schema");
        if (published != null) {
            errors.addAll(
                    errors(
                            credential,
                            JSON.readTree(Path.of(published)),
                            SpecificationVersion.DRAFT_2019_09));
        }
        return errors;
    }

    private static List<String> errors(
            JsonNode credential, JsonNode schema, SpecificationVersion version) {
        return SchemaRegistry.withDefaultDialect(version)
                .getSchema(schema)
                .validate(
                        credential,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static JsonNode own() {
        try (InputStream schema =
                Objects.requireNonNull(
                        OpenBadgesSchema.class.getResourceAsStream(
                                "/dev/laurel/badges/credentials/open-badge.schema.json"))) {
            return JSON.readTree(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
