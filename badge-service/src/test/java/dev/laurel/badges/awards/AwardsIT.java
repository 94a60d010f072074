package dev.laurel.badges.awards;

import static dev.laurel.badges.awards.TestDecisions.issuing;
import static dev.laurel.badges.awards.TestDecisions.revoking;
import static dev.laurel.badges.awards.TestDecisions.timeOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.laurel.badges.RunningBadgeService;
import dev.laurel.contracts.Topics;
import dev.laurel.contracts.badges.BadgeChange;
import dev.laurel.contracts.decisions.BadgeEffect;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.servicetesting.GroupProbe;
import dev.laurel.servicetesting.TopicProbe;
import dev.laurel.servicetesting.TopicProbe.Raw;
import dev.laurel.topics.DeadLetters;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import tools.jackson.databind.JsonNode;

class AwardsIT extends RunningBadgeService {

    private final TopicProbe<Decision> decisions = new TopicProbe<>(Topics.DECISIONS);
    private final TopicProbe<BadgeChange> badges = new TopicProbe<>(Topics.BADGES);

    @Autowired private BindingsLifecycleController bindings;

    @Test
    void issuesABadgeOnceHoweverOftenItIsAskedFor() {
        // Given
        Decision first = issuing("once", "ann", "explorer", 1);

        // When
        send(first, first, first);
        send(first, issuing("once", "ann", "regular", 3));

        // Then
        awaitChanges("once/ann", 2);
        assertThat(badges.values("once/ann"))
                .extracting(BadgeChange::sequence, BadgeChange::badge, BadgeChange::time)
                .containsExactly(tuple(1L, "explorer", timeOf(1)), tuple(2L, "regular", timeOf(3)));
        assertThat(awards("once")).isEqualTo(2);
    }

    @Test
    void issuesAgainWhatWasRevoked() {
        // When
        send(
                issuing("again", "ann", "explorer", 1),
                revoking("again", "ann", "explorer", 2),
                revoking("again", "ann", "explorer", 3),
                issuing("again", "ann", "explorer", 4));

        // Then
        awaitChanges("again/ann", 3);
        assertThat(badges.values("again/ann"))
                .extracting(BadgeChange::sequence, BadgeChange::change, BadgeChange::award)
                .containsExactly(
                        tuple(1L, BadgeEffect.Change.ISSUED, explorerOf("again")),
                        tuple(2L, BadgeEffect.Change.REVOKED, explorerOf("again")),
                        tuple(3L, BadgeEffect.Change.ISSUED, explorerOf("again")));
        JsonNode award = api().get("/v1/badge-awards/" + publicId("again", "ann", "explorer"));
        assertThat(award.get("status").asString()).isEqualTo("issued");
        assertThat(award.get("firstIssuedAt").asString()).isEqualTo(timeOf(1).toString());
        assertThat(award.get("changedAt").asString()).isEqualTo(timeOf(4).toString());
    }

    @Test
    void countsABadgeThatIsIssuedForSeveralThings() {
        // When
        send(
                issuing("several", "ann", "explorer", 1),
                issuing("several", "ann", "explorer", 2),
                issuing("several", "ann", "explorer", 2),
                revoking("several", "ann", "explorer", 3),
                revoking("several", "ann", "explorer", 4));

        // Then
        awaitChanges("several/ann", 4);
        assertThat(badges.values("several/ann"))
                .extracting(BadgeChange::sequence, BadgeChange::change)
                .containsExactly(
                        tuple(1L, BadgeEffect.Change.ISSUED),
                        tuple(2L, BadgeEffect.Change.ISSUED),
                        tuple(3L, BadgeEffect.Change.ISSUED),
                        tuple(4L, BadgeEffect.Change.REVOKED));
        assertThat(awards("several")).isEqualTo(1);
    }

    @Test
    void revokingWhatWasNeverIssuedChangesNothing() {
        // When
        send(revoking("never", "ann", "explorer", 1), issuing("never", "ann", "regular", 2));

        // Then
        awaitChanges("never/ann", 1);
        assertThat(awards("never")).isEqualTo(1);
    }

    @Test
    void setsAsideWhatItCannotReadOrStoreAndGoesOn() {
        // Given
        Raw garbage = new Raw("poison/ann", "{\"program\":".getBytes(UTF_8));
        Raw unstorable = raw(issuing("poison", "ann", "nul\0", 2));

        // When
        decisions.send(
                raw(issuing("poison", "ann", "explorer", 1)),
                garbage,
                unstorable,
                raw(issuing("poison", "ann", "regular", 3)));

        // Then
        awaitChanges("poison/ann", 2);
        List<ConsumerRecord<byte[], byte[]>> dead = decisions.deadLetters("poison/ann");
        assertThat(dead)
                .extracting(ConsumerRecord::value)
                .containsExactly(garbage.value(), unstorable.value());
        assertThat(header(dead.getFirst(), DeadLetters.SERVICE)).isEqualTo("badge-service");
        assertThat(header(dead.getFirst(), DeadLetters.TOPIC)).isEqualTo("laurel.decisions");
        assertThat(header(dead.getFirst(), DeadLetters.REASON))
                .startsWith("Expected a BadgeDecision");
        assertThat(header(dead.getLast(), DeadLetters.REASON)).contains("0x00");
    }

    @Test
    void readingTheWholeTopicAgainChangesNothing() {
        // Given
        send(
                issuing("reread", "ann", "explorer", 1),
                revoking("reread", "ann", "explorer", 2),
                issuing("reread", "bob", "explorer", 1));
        awaitChanges("reread/ann", 2);
        awaitChanges("reread/bob", 1);

        // When
        bindings.stop("decisions-in-0");
        new GroupProbe("laurel-badges", Topics.DECISIONS).rewind();
        bindings.start("decisions-in-0");
        send(issuing("reread", "ann", "last", 9), issuing("reread", "bob", "last", 9));

        // Then
        awaitChanges("reread/ann", 3);
        awaitChanges("reread/bob", 2);
        assertThat(badges.values("reread/ann"))
                .extracting(BadgeChange::sequence)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void waitsForTheDatabaseAsLongAsItTakes() {
        // Given
        long before = rollbacks();
        jdbc.sql("ALTER TABLE award RENAME TO award_away").update();

        // When
        send(issuing("outage", "ann", "explorer", 1));
        await().until(() -> rollbacks() > before + 1);
        jdbc.sql("ALTER TABLE award_away RENAME TO award").update();

        // Then
        awaitChanges("outage/ann", 1);
        assertThat(decisions.deadLetters("outage/ann")).isEmpty();
    }

    private long rollbacks() {
        return jdbc.sql(
                        "SELECT xact_rollback FROM pg_stat_database WHERE datname ="
                                + " current_database()")
                .query(Long.class)
                .single();
    }

    private void send(Decision... sent) {
        decisions.send(Arrays.stream(sent).map(this::raw).toList());
    }

    private Raw raw(Decision decision) {
        return decisions.raw(decision.program() + "/" + decision.member(), decision);
    }

    private void awaitChanges(String key, int count) {
        await().untilAsserted(() -> assertThat(badges.values(key)).hasSize(count));
    }

    private long awards(String program) {
        return jdbc.sql("SELECT count(*) FROM award WHERE program = ?")
                .param(program)
                .query(Long.class)
                .single();
    }

    private static UUID explorerOf(String program) {
        return AwardId.of(new Holder(program, "ann"), "explorer");
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
