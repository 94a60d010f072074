package dev.laurel.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.laurel.contracts.badges.BadgeChange;
import dev.laurel.contracts.budgets.BudgetAlert;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.events.Event;
import dev.laurel.contracts.ledger.LedgerEntry;
import dev.laurel.contracts.members.MemberAttributes;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.contracts.tiers.MemberTier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A record that crosses a process boundary, with its schema and its samples. */
record Contract(String name, Class<? extends Record> type) {

    static final List<Contract> ALL =
            List.of(
                    new Contract("event", Event.class),
                    new Contract("published-program", PublishedProgram.class),
                    new Contract("member-attributes", MemberAttributes.class),
                    new Contract("decision", Decision.class),
                    new Contract("ledger-entry", LedgerEntry.class),
                    new Contract("badge-change", BadgeChange.class),
                    new Contract("member-tier", MemberTier.class),
                    new Contract("budget-alert", BudgetAlert.class));

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Path FOLDER = Path.of("src/main/resources/dev/laurel/contracts");

    Path schemaFile() {
        return FOLDER.resolve("schemas").resolve(name + ".schema.json");
    }

    JsonNode schema() {
        return JSON.readTree(schemaFile());
    }

    List<Path> samples() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("samples/%s/v1".formatted(name)))) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the schema finds wrong with a record; formats are held to as well. */
    List<String> errors(JsonNode json) {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema());
        return schema
                .validate(
                        json,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
