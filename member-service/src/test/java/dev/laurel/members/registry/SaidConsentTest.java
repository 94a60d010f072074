package dev.laurel.members.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What becomes of a consent when something is said of it. */
class SaidConsentTest {

    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final Consent REFUSED = new Consent(false, THEN, "app");

    @Test
    void isOfNowUnlessItSaysWhen() {
        assertThat(SaidConsent.of(true).after(null, NOW)).isEqualTo(new Consent(true, NOW, null));
        assertThat(new SaidConsent(true, THEN, "till").after(null, NOW))
                .isEqualTo(new Consent(true, THEN, "till"));
        assertThat(SaidConsent.of(true).after(REFUSED, NOW))
                .isEqualTo(new Consent(true, NOW, null));
    }

    @Test
    void keepsItsProofWhenTheSameIsSaidAgain() {
        assertThat(SaidConsent.of(false).after(REFUSED, NOW)).isSameAs(REFUSED);
        assertThat(new SaidConsent(false, null, "letter").after(REFUSED, NOW))
                .isEqualTo(new Consent(false, THEN, "letter"));
    }

    @Test
    void anOldListTakesNoLaterRefusalBack() {
        assertThat(new SaidConsent(true, THEN.minusMillis(1), "list").after(REFUSED, NOW))
                .isSameAs(REFUSED);
        assertThat(new SaidConsent(true, THEN, "list").after(REFUSED, NOW))
                .isEqualTo(new Consent(true, THEN, "list"));
        assertThat(new SaidConsent(true, THEN.plusMillis(1), "list").after(REFUSED, NOW))
                .isEqualTo(new Consent(true, THEN.plusMillis(1), "list"));
    }
}
