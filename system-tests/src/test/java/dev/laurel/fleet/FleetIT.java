package dev.laurel.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several instances of every service that may have several, each a process of its own, while one of
 * each kind in turn is killed and started again, and a rules-service is upgraded. The build sends
 * few events; for as many as it takes to believe it see docs/operations/fleet.md.
 */
class FleetIT {

    private static final int EVENTS = Integer.getInteger("laurel.fleet.events", 4_000);
    private static final int PACE = Integer.getInteger("laurel.fleet.pace", 400);
    private static final boolean EVERY_KIND = Boolean.getBoolean("laurel.fleet.kill-every-kind");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Some figures are looked at now and then only. */
    private static final Duration SCRAPED = Duration.ofSeconds(90);

    @TempDir private Path data;

    @Test
    void endsWhereTheEngineDoesWhileInstancesAreKilledAndUpgraded() throws Exception {
        long start = System.nanoTime();
        List<String> sample = Events.sample();
        try (Fleet fleet = Fleet.start(data)) {
            say("The fleet is ready after %.1f s", start);
            List<Club> clubs = new ArrayList<>();
            List<List<String>> events = new ArrayList<>();
            for (int left = EVENTS; left > 0; left -= sample.size()) {
                Club club = new Club(fleet.gateway(1 + clubs.size() % 2), "club-" + clubs.size());
                club.publish();
                clubs.add(club);
                events.add(sample.subList(0, Math.min(left, sample.size())));
            }

            // By way of one that nobody kills, as counters end with their process.
            Watched.happen(fleet.gateway(2));

            // When
            long posting = System.nanoTime();
            Load load = new Load(List.of(fleet.gateway(1), fleet.gateway(2)), PACE);
            try (DecisionWatch watch = DecisionWatch.start(fleet.bootstrapServers())) {
                CompletableFuture<Void> posted =
                        CompletableFuture.runAsync(() -> {
                            for (int i = 0; i < clubs.size(); i++) {
                                load.post("club-" + i, events.get(i)).join();
                            }
                        });
                CompletableFuture<Void> upgraded =
                        CompletableFuture.runAsync(() -> upgradeARulesService(fleet, load, posted));
                killOneOfEachKindInTurn(fleet, load, posted);
                upgraded.join();
                posted.join();
                say("All events are accepted after %.1f s", posting);
                fleet.awaitReady();
                clubs.getFirst().settle();
                say("All are passed on after %.1f s", posting);
                watch.stop();
                assertThat(watch.madeTwice()).isEmpty();
                System.out.printf(
                        "%,d decisions; longest time without any %.1f s, of one partition %.1f s%n",
                        watch.decisions(),
                        watch.longestGap().toMillis() / 1e3,
                        watch.longestGapOfAPartition().toMillis() / 1e3);
            }

            // Then
            await().atMost(SCRAPED)
                    .untilAsserted(() ->
                            assertThat(Scrape.of(fleet).without(Monitoring.metrics()))
                                    .as("asked for by alerts and dashboards, but not there")
                                    .isEmpty());
            assertThat(Scrape.of(fleet).versions())
                    .contains("rules-service-1 first", "rules-service-2 next");
            for (int i = 0; i < clubs.size(); i++) {
                Path scratch = Files.createDirectories(data.resolve("oracle-" + i));
                Outcome expected =
                        Outcome.ofEngine(clubs.get(i).document(), events.get(i), scratch);
                assertThat(expected.amounts()).hasSizeGreaterThan(1_000);
                Outcome outcome = Outcome.ofFleet(fleet.database(), "club-" + i);
                assertThat(Outcome.differences(outcome.amounts(), expected.amounts())).isEmpty();
                Map<String, Long> board = clubs.get(i).board();
                assertThat(Outcome.differences(board, expected.stars())).isEmpty();
                clubs.get(i).verify();
            }
            assertThat(Outcome.ledgerSum(fleet.database())).isZero();
            say("All is checked after %.1f s", start);
        }
    }

    /** The second one, soon after the beginning: the first one is killed while that goes on. */
    private static void upgradeARulesService(
            Fleet fleet, Load load, CompletableFuture<Void> posted) {
        await().atMost(PATIENCE).until(() -> load.answered() >= EVENTS / 8 || posted.isDone());
        Instance upgraded = fleet.instance(Kind.RULES_SERVICE, 2);
        System.out.printf("Upgrading %s after %,d events%n", upgraded.name(), load.answered());
        try {
            fleet.upgrade(upgraded);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("Expected to upgrade " + upgraded.name(), e);
        }
    }

    /** At even distances on the way, without waiting for the one before to be back. */
    private static void killOneOfEachKindInTurn(
            Fleet fleet, Load load, CompletableFuture<Void> posted) throws Exception {
        List<Kind> kinds =
                EVERY_KIND
                        ? List.of(Kind.values())
                        : List.of(Kind.RULES_SERVICE, Kind.SCORING_SERVICE, Kind.GATEWAY);
        for (int turn = 0; turn < kinds.size(); turn++) {
            long at = (long) EVENTS * (turn + 1) / (kinds.size() + 1);
            await().atMost(PATIENCE).until(() -> load.answered() >= at || posted.isDone());
            Instance killed = fleet.instance(kinds.get(turn), 1);
            killed.kill();
            System.out.printf("Killed %s after %,d events%n", killed.name(), load.answered());
            killed.start();
        }
    }

    private static void say(String what, long since) {
        System.out.printf(what + "%n", (System.nanoTime() - since) / 1e9);
    }
}
