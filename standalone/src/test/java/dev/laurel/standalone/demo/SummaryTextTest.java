package dev.laurel.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.standalone.sandboxes.CrmFigures;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTextTest {

    @Test
    void saysWhatCameOfTheDemo() {
        // Given
        Summary summary = summary(100, 100);

        // When
        String text = SummaryText.of(summary);

        // Then
        assertThat(summary.isAsItShouldBe()).isTrue();
        assertThat(text)
                .isEqualTo(
                        """
                        22,190 events in 4.3 s (5,221 per second), all decided and posted after 9.5 s
                        4,372 members, 18,536 purchases, 3,654 returns

                        credits       880,000 given,     60,000 taken back,       10,000 outstanding, 810,000 expired
                        stars       8,900,000 given,    610,000 taken back,    8,290,000 outstanding
                        As of 2011-12-10T00:00:00Z: 420,000 credits to be used, 75,000 pending, 315,000 expired.
                        The ledger's accounts add up to zero.

                            3,000 are Bronze
                            1,372 are Silver
                              410 x Regular

                        The first ten of all time
                                1. 14646         279,138 stars

                        4,372 member profiles are ready for a CRM.
                        In the sandboxes in place of three CRMs
                        hubspot    100 of 100 contacts equal the member view; 1,234 changes, 310 contacts written, 40 calls
                                   one of them: http://127.0.0.1:4711/sandbox/contacts/1
                        """);
    }

    @Test
    void saysWhichContactsAreNotWhatTheyShouldBe() {
        // Given
        Summary summary = summary(98, 84);

        // When
        String text = SummaryText.of(summary);

        // Then
        assertThat(summary.isAsItShouldBe()).isFalse();
        assertThat(text)
                .contains(
                        "hubspot    84 of 100 contacts",
                        "EXPECTED all of them to be linked and equal, but 98 are linked and 84 equal");
    }

    private static Summary summary(long linked, long equal) {
        return new Summary(
                "retail-club",
                1,
                new Summary.Events(22_190, 18_536, 3_654, 22_190, 0, 4.25, 5_221.2, 9.5),
                4_372,
                List.of(
                        new Summary.Wallet("credits", 880_000, 60_000, 810_000, 10_000),
                        new Summary.Wallet("stars", 8_900_000, 610_000, 0, 8_290_000)),
                new Summary.YearEnd(
                        "credits", Instant.parse("2011-12-10T00:00:00Z"), 420_000, 75_000, 315_000),
                List.of(
                        new Summary.Tier("bronze", "Bronze", 3_000),
                        new Summary.Tier("silver", "Silver", 1_372)),
                List.of(new Summary.Badge("regular", "Regular", 410)),
                List.of(new Summary.Place(1, "14646", 279_138)),
                4_372,
                List.of(
                        new CrmFigures(
                                "hubspot",
                                100,
                                linked,
                                equal,
                                1_234,
                                310,
                                40,
                                URI.create("http://127.0.0.1:4711/sandbox/contacts/1"))),
                true);
    }
}
