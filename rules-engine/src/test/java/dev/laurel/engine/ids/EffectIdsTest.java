package dev.laurel.engine.ids;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.BadgeEffect.Change;
import dev.laurel.engine.events.EventKey;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EffectIdsTest {

    private static final EventKey EVENT = new EventKey("/shop", "1");
    private static final EffectIds.Completed MARCH = new EffectIds.Completed("march", null);

    private final EffectIds ids = new EffectIds("shop", "alice");

    /** Ids are in ledgers and badges for ever: they may never change. */
    @Test
    void neverChange() {
        assertThat(ids.decision(EVENT)).hasToString("113a1ca6-7727-5077-a663-dd93df49f1fe");
        assertThat(ids.rule(EVENT, "earn", "stars"))
                .hasToString("74ca411c-1d54-581f-9bdc-82eb373da5d4");
        assertThat(ids.challenge(MARCH, 1, "stars"))
                .hasToString("e2cb2e9a-35f1-59c5-994c-7b13062c630e");
        assertThat(ids.badge("hare", 1, Change.ISSUED))
                .hasToString("42bada4e-8ded-572e-88a7-a7fa1454f871");
    }

    @Test
    void areOfVersion5() {
        UUID id = ids.decision(EVENT);

        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void differWhereverPartsDo() {
        assertThat(new EffectIds("shop", "a").rule(new EventKey("b", "c"), "de", "f"))
                .isNotEqualTo(new EffectIds("shop", "a").rule(new EventKey("b", "c"), "d", "ef"));
        assertThat(ids.challenge(MARCH, 1, "stars"))
                .isNotEqualTo(ids.challenge(MARCH, 2, "stars"))
                .isNotEqualTo(ids.challengeTakenBack(MARCH, 1, 0, "stars"));
        assertThat(ids.badge("hare", 1, Change.ISSUED))
                .isNotEqualTo(ids.badge("hare", 1, Change.REVOKED));
    }
}
