package dev.laurel.badges.awards.stream;

import dev.laurel.badges.awards.Effect;
import dev.laurel.badges.awards.Holder;
import dev.laurel.badges.awards.Origin;
import dev.laurel.badges.awards.Status;
import dev.laurel.contracts.decisions.BadgeEffect;
import java.util.List;

/** Badge effects of a decision in this service's terms. */
final class Effects {

    private Effects() {}

    static List<Effect> of(BadgeDecision decision) {
        if (decision.badges().isEmpty()) {
            return List.of();
        }
        Holder holder = holder(decision);
        return decision.badges().stream().map(badge -> of(decision, holder, badge)).toList();
    }

    static Holder holder(BadgeDecision decision) {
        return new Holder(decision.program(), decision.member());
    }

    private static Effect of(BadgeDecision decision, Holder holder, BadgeEffect badge) {
        return new Effect(
                badge.id(),
                holder,
                badge.badge(),
                switch (badge.change()) {
                    case ISSUED -> Status.ISSUED;
                    case REVOKED -> Status.REVOKED;
                },
                new Origin(
                        badge.cause().kind().name(),
                        badge.cause().id(),
                        decision.id(),
                        decision.version(),
                        decision.event().time()));
    }
}
