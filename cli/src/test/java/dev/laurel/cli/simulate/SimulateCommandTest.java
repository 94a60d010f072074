package dev.laurel.cli.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.cli.Shell;
import dev.laurel.cli.Shell.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulateCommandTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              purchase: { amount: double }
            metrics:
              - { id: spend, on: purchase, value: sum(event.data.amount) }
            rules:
              - id: base-earn
                on: purchase
                when: event.data.amount > 0.0 && !('staff' in member.segments)
                award: { stars: floor(event.data.amount) }
            badges:
              - { id: patron, when: metrics.spend >= 50.0 }
            """;
    private static final String EVENTS =
            """
            {"specversion":"1.0","id":"1","source":"/s","type":"purchase","subject":"alice","time":"2026-03-10T12:00:00Z","data":{"amount":60.5}}
            {"specversion":"1.0","id":"2","source":"/s","type":"purchase","subject":"bob, \\"the\\" buyer","time":"2026-03-11T12:00:00Z","data":{"amount":7}}

            {"specversion":"1.0","id":"3","source":"/s","type":"purchase","subject":"alice","data":{"amount":1}}
            {"specversion":"1.0","id":"4","source":"/s","type":"gift","subject":"alice","time":"2026-03-11T12:00:00Z","data":{}}
            {"specversion":"1.0","id":"1","source":"/s","type":"purchase","subject":"alice","time":"2026-03-10T12:00:00Z","data":{"amount":60.5}}
            no event
            """;

    @TempDir private Path folder;
    private Path program;
    private Path events;

    @BeforeEach
    void writeFiles() throws IOException {
        program = Files.writeString(folder.resolve("shop.yaml"), SHOP);
        events = Files.writeString(folder.resolve("events.ndjson"), EVENTS);
    }

    @Test
    void showsWhatTheProgramWouldHaveGiven() {
        Run run = simulate();

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("shop: 6 events, 2 members, 2 of them with points")
                .containsPattern("door +1 +Expected a type that the program knows \\(purchase\\)\n")
                .contains("Decisions: 2 decided, 1 duplicate.")
                .containsPattern("all +stars +67 +0 +67\n")
                .containsPattern("rule:base-earn +stars +67 +0 +67\n")
                .containsPattern("patron +1 +0 +1\n")
                .containsPattern("alice +60 stars +patron\n");
    }

    @Test
    void writesWhatEveryMemberWouldHaveAsCsv() throws IOException {
        Path totals = folder.resolve("totals.csv");

        assertThat(simulate("--member-totals", totals.toString()).exitCode()).isZero();

        assertThat(Files.readString(totals))
                .isEqualTo(
                        """
                        member,kind,id,amount
                        alice,wallet,stars,60
                        alice,badge,patron,1
                        "bob, ""the"" buyer",wallet,stars,7
                        """);
    }

    @Test
    void writesWhatEveryMemberWouldHaveAsLinesOfJson() throws IOException {
        Path totals = folder.resolve("totals.ndjson");

        assertThat(simulate("--member-totals", totals.toString()).exitCode()).isZero();

        assertThat(Files.readAllLines(totals))
                .containsExactly(
                        "{\"member\":\"alice\",\"wallets\":{\"stars\":60},\"badges\":{\"patron\":1},\"challenges\":[]}",
                        "{\"member\":\"bob, \\\"the\\\" buyer\",\"wallets\":{\"stars\":7},\"badges\":{},\"challenges\":[]}");
    }

    @Test
    void writesEverythingAsJson() {
        Path file = folder.resolve("result.json");

        assertThat(simulate("--json", file.toString(), "--top", "1").exitCode()).isZero();

        JsonNode json = new JsonMapper().readTree(file);
        assertThat(json.at("/events").asInt()).isEqualTo(6);
        assertThat(json.at("/refused").asInt()).isEqualTo(3);
        assertThat(json.at("/decisions/duplicate").asInt()).isEqualTo(1);
        assertThat(json.at("/wallets/stars/given").asInt()).isEqualTo(67);
        assertThat(json.at("/mechanics/rule:base-earn/stars/net").asInt()).isEqualTo(67);
        assertThat(json.at("/rules/0/outcomes/awarded").asInt()).isEqualTo(2);
        assertThat(json.at("/badges/0/issued").asInt()).isEqualTo(1);
        assertThat(json.at("/top").size()).isEqualTo(1);
        assertThat(json.at("/top/0/member").asString()).isEqualTo("alice");
        assertThat(json.has("against")).isFalse();
    }

    @Test
    void comparesWithAnotherProgram() throws IOException {
        Path live =
                Files.writeString(
                        folder.resolve("live.yaml"), SHOP.replace("amount)", "amount * 2.0)"));
        Path file = folder.resolve("result.json");

        Run run = simulate("--against", live.toString(), "--json", file.toString());

        assertThat(run.out())
                .contains("Against shop")
                .containsPattern("stars +135 +67 +-68\n")
                .containsPattern("members with fewer points +2\n")
                .containsPattern("alice +stars +121 +60 +-61\n");
        JsonNode against = new JsonMapper().readTree(file).at("/against");
        assertThat(against.at("/losing").asInt()).isEqualTo(2);
        assertThat(against.at("/changes/0/difference").asInt()).isEqualTo(-61);
    }

    @Test
    void knowsWhatTheMembersFileSays() throws IOException {
        Path members =
                Files.writeString(
                        folder.resolve("members.ndjson"),
                        """
                        {"member":"alice","segments":["staff"],"timeZone":"Europe/Paris"}
                        """);

        Run run = simulate("--members", members.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("all +stars +7 +0 +7\n");
    }

    @Test
    void saysWhichMemberIsWrong() throws IOException {
        Path members =
                Files.writeString(
                        folder.resolve("members.ndjson"),
                        "{\"member\":\"alice\",\"timeZone\":\"Europe/Pariss\"}\n");

        Run run = simulate("--members", members.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("members.ndjson:1: /timeZone: Expected 'Europe/Paris'");
    }

    @Test
    void readsCompressedEvents() throws IOException {
        Path compressed = folder.resolve("events.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            out.write(EVENTS.getBytes(UTF_8));
        }

        Run run =
                Shell.run(
                        new SimulateCommand(),
                        program.toString(),
                        "--events",
                        compressed.toString());

        assertThat(run.out()).startsWith("shop: 6 events, 2 members");
    }

    @Test
    void listsTheProblemsOfAProgramThatCannotBePublished() throws IOException {
        Files.writeString(program, SHOP.replace("on: purchase", "on: purchas"));

        Run run = simulate();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("shop.yaml:10:5: /rules/0/on: Expected")
                .contains("Expected a program that can be published, but");
    }

    @Test
    void endsWithOneWithoutEvents() {
        Run run =
                Shell.run(
                        new SimulateCommand(),
                        program.toString(),
                        "--events",
                        folder.resolve("none").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Expected a file of events");
    }

    @Test
    void endsWithTwoForWrongUsage() {
        assertThat(Shell.run(new SimulateCommand(), program.toString()).exitCode()).isEqualTo(2);
        assertThat(simulate("--top", "-1").exitCode()).isEqualTo(2);
    }

    private Run simulate(String... options) {
        List<String> arguments =
                new ArrayList<>(List.of(program.toString(), "--events", events.toString()));
        arguments.addAll(List.of(options));
        return Shell.run(new SimulateCommand(), arguments.toArray(String[]::new));
    }
}
