package dev.laurel.crm.profiles;

import static dev.laurel.crm.profiles.TestHistory.challenge;
import static dev.laurel.crm.profiles.TestHistory.timeOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.contracts.Topic;
import dev.laurel.contracts.Topics;
import dev.laurel.contracts.badges.BadgeChange;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.ledger.LedgerEntry;
import dev.laurel.contracts.tiers.MemberTier;
import dev.laurel.crm.RunningCrmConnector;
import dev.laurel.servicetesting.ApiProbe;
import dev.laurel.servicetesting.GroupProbe;
import dev.laurel.servicetesting.TopicProbe;
import dev.laurel.topics.RecordCodec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ProfilesIT extends RunningCrmConnector {

    private final RecordCodec codec = new RecordCodec();
    private final TopicProbe<LedgerEntry> ledger = new TopicProbe<>(Topics.LEDGER);
    private final TopicProbe<BadgeChange> badges = new TopicProbe<>(Topics.BADGES);
    private final TopicProbe<MemberTier> tiers = new TopicProbe<>(Topics.TIERS);
    private final TopicProbe<Decision> decisions = new TopicProbe<>(Topics.DECISIONS);

    @Autowired
    @Qualifier("ledger")
    private Consumer<List<ConsumerRecord<byte[], byte[]>>> ledgerIntake;

    @Autowired
    @Qualifier("badges")
    private Consumer<List<ConsumerRecord<byte[], byte[]>>> badgesIntake;

    @Autowired
    @Qualifier("tiers")
    private Consumer<List<ConsumerRecord<byte[], byte[]>>> tiersIntake;

    @Autowired
    @Qualifier("decisions")
    private Consumer<List<ConsumerRecord<byte[], byte[]>>> decisionsIntake;

    @Test
    void showsWhatTheTopicsSay() {
        // Given
        TestHistory history =
                new TestHistory("whole")
                        .book("ann", "stars", 30)
                        .book("ann", "stars", -10)
                        .book("ann", "sparks", 3)
                        .badge("ann", "explorer", true, timeOf(60))
                        .badge("ann", "regular", true, timeOf(70))
                        .badge("ann", "explorer", false, timeOf(80))
                        .tier("ann", "silver", null)
                        .tier("ann", "gold", null)
                        .decide("ann", "ann", timeOf(90), challenge("spring", 2))
                        .decide("ann", "ann", timeOf(50), challenge("spring", 7))
                        .decide("ann", "bob", timeOf(500), null)
                        .streak("ann", "daily", 3, TestHistory.FAR)
                        .streak("ann", "daily", 4, TestHistory.FAR);
        publish("whole");

        // When
        send(history);

        // Then
        JsonNode profile = api().get("/v1/programs/whole/members/ann/profile");
        assertThat(profile.at("/wallets").toString())
                .isEqualTo(
                        """
                        {"sparks":{"available":3,"lifetime":3},"stars":{"available":20,"lifetime":30}}\
                        """);
        assertThat(profile.at("/badges").toString())
                .isEqualTo(
                        """
                        [{"badge":"regular","since":"2011-11-05T00:01:10Z"}]\
                        """);
        assertThat(profile.at("/challenges").toString())
                .isEqualTo(
                        """
                        [{"challenge":"spring","completed":true,"steps":[{"step":"step","progress":7.0,"target":5.0}]}]\
                        """);
        assertThat(profile.at("/streaks").toString())
                .isEqualTo(
                        """
                        [{"streak":"daily","length":4,"longest":10,"endsAt":"2990-01-01T00:00:00Z"}]\
                        """);
        assertThat(profile.at("/lastActivity").asString()).isEqualTo(timeOf(90).toString());
        assertThat(profile.at("/tier").asString()).isEqualTo("gold");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void anyInterleavingGivesTheSameProfiles(long seed) {
        // Given
        String one = "order-" + seed;
        String other = "interleaved-" + seed;
        publish(one);
        publish(other);

        // When
        interleave(TestHistory.random(one, seed, 12, 400), new Random(0));
        interleave(TestHistory.random(other, seed, 12, 400), new Random(seed));

        // Then
        assertThat(profiles(other)).isEqualTo(profiles(one)).hasSize(12);
    }

    @Test
    void revisionCountsWhatReallyChanged() {
        // Given
        publish("revision");
        TestHistory history =
                new TestHistory("revision")
                        .decide("ann", "ann", timeOf(10), challenge("spring", 1))
                        .decide("ann", "ann", timeOf(10), challenge("spring", 1));
        List<ConsumerRecord<byte[], byte[]>> records = records(Topics.DECISIONS, history.decisions);

        // When
        for (ConsumerRecord<byte[], byte[]> each : records) {
            decisionsIntake.accept(List.of(each));
        }
        JsonNode first = api().get("/v1/programs/revision/members/ann/profile");
        decisionsIntake.accept(records);
        ledgerIntake.accept(
                records(Topics.LEDGER, new TestHistory("revision").book("ann", "stars", 5).ledger));
        JsonNode second = api().get("/v1/programs/revision/members/ann/profile");

        // Then
        assertThat(first.get("revision").asLong()).isEqualTo(1);
        assertThat(second.get("revision").asLong()).isEqualTo(2);
    }

    @Test
    void listsAndCountsProfiles() {
        // Given
        TestHistory history = new TestHistory("listed");
        List.of("a", "b", "ä", "😀", "z").forEach(member -> history.book(member, "stars", 1));
        publish("listed");

        // When
        ledgerIntake.accept(records(Topics.LEDGER, history.ledger));

        // Then
        assertThat(profiles("listed")).hasSize(5);
        assertThat(api().get("/v1/programs/listed/profiles/count").get("count").asLong())
                .isEqualTo(5);
    }

    @Test
    void unknownProgramsAndMembersAreProblems() {
        // Given
        publish("known");

        // When
        ApiProbe.Answer member = api().ask("/v1/programs/known/members/nobody/profile");
        ApiProbe.Answer program = api().ask("/v1/programs/nowhere/members/nobody/profile");
        ApiProbe.Answer profiles = api().ask("/v1/programs/nowhere/profiles");

        // Then
        assertThat(member.status()).isEqualTo(404);
        assertThat(member.body().get("type").asString())
                .isEqualTo("https://laurel.dev/problems/unknown-member");
        assertThat(program.body().get("type").asString())
                .isEqualTo("https://laurel.dev/problems/unknown-program");
        assertThat(profiles.status()).isEqualTo(404);
    }

    private void send(TestHistory history) {
        ledger.send(raws(ledger, history.ledger, LedgerEntry::member));
        badges.send(raws(badges, history.badges, BadgeChange::member));
        tiers.send(raws(tiers, history.tiers, MemberTier::member));
        decisions.send(raws(decisions, history.decisions, Decision::member));
        new GroupProbe("laurel-crm-ledger", Topics.LEDGER).awaitCaughtUp();
        new GroupProbe("laurel-crm-badges", Topics.BADGES).awaitCaughtUp();
        new GroupProbe("laurel-crm-tiers", Topics.TIERS).awaitCaughtUp();
        new GroupProbe("laurel-crm-decisions", Topics.DECISIONS).awaitCaughtUp();
    }

    private static <V> List<TopicProbe.Raw> raws(
            TopicProbe<V> topic, List<V> values, Function<V, String> member) {
        return values.stream().map(each -> topic.raw("whole/" + member.apply(each), each)).toList();
    }

    /** Delivers the four topics side by side in small batches, some of them again. */
    private void interleave(TestHistory history, Random random) {
        record Delivery(
                Consumer<List<ConsumerRecord<byte[], byte[]>>> intake,
                List<ConsumerRecord<byte[], byte[]>> batch) {}
        List<Deque<Delivery>> queues = new ArrayList<>();
        for (Delivery topic :
                List.of(
                        new Delivery(ledgerIntake, records(Topics.LEDGER, history.ledger)),
                        new Delivery(badgesIntake, records(Topics.BADGES, history.badges)),
                        new Delivery(tiersIntake, records(Topics.TIERS, history.tiers)),
                        new Delivery(
                                decisionsIntake, records(Topics.DECISIONS, history.decisions)))) {
            Deque<Delivery> queue = new ArrayDeque<>();
            List<ConsumerRecord<byte[], byte[]>> all = topic.batch();
            for (int from = 0; from < all.size(); ) {
                int to = Math.min(all.size(), from + random.nextInt(1, 20));
                queue.add(new Delivery(topic.intake(), all.subList(from, to)));
                // The next batch may begin before this one ended: a redelivery.
                from = to == all.size() ? to : Math.max(from + 1, to - random.nextInt(4));
            }
            queues.add(queue);
        }
        while (!queues.isEmpty()) {
            Deque<Delivery> queue = queues.get(random.nextInt(queues.size()));
            Delivery delivery = queue.poll();
            if (delivery == null) {
                queues.remove(queue);
            } else {
                delivery.intake().accept(delivery.batch());
            }
        }
    }

    private <V> List<ConsumerRecord<byte[], byte[]>> records(Topic<V> topic, List<V> values) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (V value : values) {
            records.add(
                    new ConsumerRecord<>(
                            topic.name(),
                            0,
                            records.size(),
                            "any".getBytes(UTF_8),
                            codec.write(value)));
        }
        return records;
    }

    /** All profiles of a program, page by page, without what depends on how they came about. */
    private List<JsonNode> profiles(String program) {
        List<JsonNode> profiles = new ArrayList<>();
        String path = "/v1/programs/" + program + "/profiles?limit=2";
        JsonNode page = api().get(path);
        page.get("items").forEach(profiles::add);
        while (!page.get("next").isNull()) {
            page = api().get(path + "&cursor=" + page.get("next").asString());
            page.get("items").forEach(profiles::add);
        }
        profiles.forEach(profile -> {
            if (profile instanceof ObjectNode fields) {
                fields.remove(List.of("program", "revision", "changedAt"));
            }
        });
        return profiles;
    }
}
