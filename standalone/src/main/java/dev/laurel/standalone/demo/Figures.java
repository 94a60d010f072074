package dev.laurel.standalone.demo;

import dev.laurel.cli.CommandFailure;
import dev.laurel.cli.platform.Answer;
import dev.laurel.cli.platform.PlatformClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                wallets(liability, get("/ledger/liability?at=" + Sample.AFTER_ALL)),
                yearEnd(),
                tiers(),
                badges(),
                board(),
                profiles,
                List.of(),
                liability.path("zeroSum").asBoolean());
    }

    private static List<Summary.Wallet> wallets(JsonNode liability, JsonNode books) {
        Map<String, Long> expired = new HashMap<>();
        for (JsonNode wallet : books.path("wallets")) {
            expired.put(wallet.path("wallet").asString(), wallet.path("expired").asLong());
        }
        List<Summary.Wallet> wallets = new ArrayList<>();
        for (JsonNode wallet : liability.path("wallets")) {
            wallets.add(
                    new Summary.Wallet(
                            wallet.path("wallet").asString(),
                            wallet.path("issued").asLong(),
                            wallet.path("takenBack").asLong(),
                            expired.getOrDefault(wallet.path("wallet").asString(), 0L),
                            wallet.path("net").asLong()));
        }
        return wallets;
    }

    private Summary.YearEnd yearEnd() throws IOException {
        Map<String, Long> balances = new HashMap<>();
        for (JsonNode wallet : get("/ledger/liability?at=" + Sample.YEAR_END).path("wallets")) {
            if (wallet.path("wallet").asString().equals(Sample.CREDITS)) {
                for (JsonNode account : wallet.path("accounts")) {
                    balances.put(
                            account.path("account").asString(), account.path("balance").asLong());
                }
            }
        }
        return new Summary.YearEnd(
                Sample.CREDITS,
                Sample.YEAR_END,
                balances.getOrDefault("member", 0L),
                balances.getOrDefault("pending", 0L),
                balances.getOrDefault("expired", 0L));
    }

    private List<Summary.Tier> tiers() throws IOException {
        List<Summary.Tier> tiers = new ArrayList<>();
        for (JsonNode item : get("/tiers").path("items")) {
            tiers.add(
                    new Summary.Tier(
                            item.at("/tier/id").asString(),
                            item.at("/tier/name").asString(),
                            item.path("members").asLong()));
        }
        return tiers;
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
