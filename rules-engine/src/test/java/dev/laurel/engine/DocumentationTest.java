package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written about the program language is so. */
class DocumentationTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path DOCS = Path.of("../docs");
    private static final Pattern YAML_BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private final String page = read(DOCS.resolve("program-language.md"));
    private final String sample = read(Path.of("../examples/retail-club/program.yaml"));
    private final JsonNode schema = JSON.readTree(read(DOCS.resolve("program.schema.json")));

    @Test
    void examplesCompileWithoutWarningsButForWhatIsOrderSensitiveByNature() {
        List<String> blocks = YAML_BLOCK.matcher(page).results().map(b -> b.group(1)).toList();

        assertThat(blocks)
                .isNotEmpty()
                .allSatisfy(block -> {
                    assertThat(Programs.problems(block)).isEmpty();
                    assertThat(Programs.warnings(block))
                            .allSatisfy(warning ->
                                    assertThat(warning.pointer())
                                            .matches(".*/winners|/budgets/\\d+"));
                    assertThat(errors(block)).isEmpty();
                });
    }

    @Test
    void schemaAcceptsTheSamplePrograms() {
        assertThat(errors(sample)).isEmpty();
        assertThat(errors(read(Path.of("../examples/stack-exchange/program.yaml")))).isEmpty();
        assertThat(errors(read(Path.of("../examples/sales-team/program.yaml")))).isEmpty();
    }

    @Test
    void schemaRefusesWhatTheEngineRefuses() {
        for (String wrong :
                List.of(
                        sample.replace("timeZone:", "timeZoen:"),
                        sample.replace("amount: double", "amount: duble"),
                        sample.replace("per: day", "per: dya"),
                        sample.replace("onReturn: keep", "onReturn: sometimes"),
                        sample.replace("ties: first-to-reach", "ties: by-lot"))) {
            assertThat(Programs.problems(wrong)).isNotEmpty();
            assertThat(errors(wrong)).isNotEmpty();
        }
    }

    @Test
    void pageExplainsEveryWordOfTheSchema() {
        TreeSet<String> words = new TreeSet<>();
        collectWords(schema, words);

        assertThat(words)
                .isNotEmpty()
                .allSatisfy(word -> assertThat(page).contains("`" + word + "`"));
    }

    private List<String> errors(String yaml) {
        Map<String, Object> document = Programs.document(yaml);
        Schema compiled =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema);
        return compiled.validate(JSON.<JsonNode>valueToTree(document)).stream()
                .map(Error::toString)
                .toList();
    }

    private static void collectWords(JsonNode node, Set<String> into) {
        JsonNode properties = node.get("properties");
        if (properties != null) {
            into.addAll(new ArrayList<>(properties.propertyNames()));
        }
        node.forEach(child -> collectWords(child, into));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
