package dev.laurel.scoring.budgets.web;

import dev.laurel.scoring.budgets.Draw;
import dev.laurel.scoring.budgets.Usage.Shortage;
import java.time.Instant;
import java.util.UUID;

/**
 * An award that a budget had too little for.
 *
 * @param effect the award's id, also that of its posting if anything was given
 * @param asked points that it was for
 * @param granted points that were given
 * @param cause the mechanic, such as {@code rule:base-earn}
 */
record ShortageView(
        UUID effect,
        String member,
        String wallet,
        long asked,
        long granted,
        String cause,
        EventView event,
        Instant recordedAt) {

    record EventView(String source, String id) {}

    static ShortageView of(Shortage shortage) {
        Draw draw = shortage.draw();
        Draw.Award award = draw.award();
        return new ShortageView(
                draw.effect(),
                draw.member(),
                draw.wallet(),
                draw.asked(),
                draw.granted(),
                award.kind() + ":" + award.id(),
                new EventView(award.eventSource(), award.eventId()),
                shortage.recordedAt());
    }
}
