package dev.laurel.standalone.demo;

import dev.laurel.cli.CommandFailure;
import dev.laurel.cli.platform.Answer;
import dev.laurel.cli.platform.PlatformClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the platform's API says about the sample program. */
final class Figures {

    private static final String PATH = "/v1/programs/" + Sample.PROGRAM;

    private final PlatformClient client;

    Figures(PlatformClient client) {
        this.client = client;
    }

    Summary read(int version, Summary.Events events) throws IOException {
        JsonNode liability = get("/ledger/liability");
        long profiles = get("/profiles/count").path("count").asLong();
        return new Summary(
                Sample.PROGRAM,
                version,
                events,
                profiles,
                wallets(liability),
                badges(),
                board(),
                profiles,
                liability.path("zeroSum").asBoolean());
    }

    private static List<Summary.Wallet> wallets(JsonNode liability) {
        List<Summary.Wallet> wallets = new ArrayList<>();
        for (JsonNode wallet : liability.path("wallets")) {
            wallets.add(
                    new Summary.Wallet(
                            wallet.path("wallet").asString(),
                            wallet.path("issued").asLong(),
                            wallet.path("takenBack").asLong(),
                            wallet.path("net").asLong()));
        }
        return wallets;
    }

    private List<Summary.Badge> badges() throws IOException {
        List<Summary.Badge> badges = new ArrayList<>();
        for (JsonNode badge : get("/badges").path("items")) {
            badges.add(
                    new Summary.Badge(
                            badge.path("id").asString(),
                            badge.path("name").asString(),
                            badge.path("holders").asLong()));
        }
        return badges;
    }

    private List<Summary.Place> board() throws IOException {
        List<Summary.Place> board = new ArrayList<>();
        for (JsonNode place : get("/leaderboards/all-time?limit=10").path("items")) {
            board.add(
                    new Summary.Place(
                            place.path("rank").asLong(),
                            place.path("member").asString(),
                            place.path("score").asLong()));
        }
        return board;
    }

    private JsonNode get(String path) throws IOException {
        Answer answer = client.get(PATH + path);
        if (answer.status() != 200) {
            throw new CommandFailure(
                    "Expected figures at %s, but got %d: %s"
                            .formatted(PATH + path, answer.status(), answer.detail()));
        }
        return answer.body();
    }
}
