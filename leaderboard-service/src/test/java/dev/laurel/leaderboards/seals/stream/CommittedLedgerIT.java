package dev.laurel.leaderboards.seals.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.Topics;
import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.TestLedger;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CommittedLedgerIT extends RunningLeaderboardService {

    private static final Instant AT = Instant.parse("2011-11-20T00:00:00Z");

    @Autowired private Admin admin;

    @Test
    void knowsNothingWhileTheGroupIsBehind() {
        // Given
        book(
                new TestLedger("behind", "UTC")
                        .book("ann", "stars", 5, "2011-10-03T10:00:00Z")
                        .entries());

        // When
        CommittedLedger nobodyReads =
                new CommittedLedger(admin, Map.of(Topics.LEDGER.name(), "nobody-reads"));

        // Then
        assertThat(nobodyReads.upTo(AT)).isEmpty();
        assertThat(nobodyReads.upTo(AT.plusSeconds(1))).isEmpty();
    }

    @Test
    void knowsTheInstantAtWhichItFirstLookedOnceTheGroupIsThere() {
        // Given
        book(
                new TestLedger("there", "UTC")
                        .book("ann", "stars", 5, "2011-10-03T10:00:00Z")
                        .entries());

        // When
        CommittedLedger ledger =
                new CommittedLedger(admin, Map.of(Topics.LEDGER.name(), "laurel-leaderboards"));

        // Then
        await().until(() -> ledger.upTo(AT).isPresent());
        await().until(() -> ledger.upTo(AT.plusSeconds(9)).orElse(AT).equals(AT.plusSeconds(9)));
    }
}
