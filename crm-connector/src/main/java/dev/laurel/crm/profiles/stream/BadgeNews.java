package dev.laurel.crm.profiles.stream;

import dev.laurel.contracts.badges.BadgeChange;
import dev.laurel.crm.profiles.BadgeState;
import dev.laurel.crm.profiles.Mark;
import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.News;
import dev.laurel.intake.Received;
import java.util.Map;

/** What badge changes say. */
final class BadgeNews {

    private BadgeNews() {}

    static News<BadgeState> of(Received<BadgeChange> received) {
        BadgeChange change = received.value();
        boolean held =
                switch (change.change()) {
                    case ISSUED -> true;
                    case REVOKED -> false;
                };
        return new News<>(
                new Member(change.program(), change.member()),
                Mark.ofSequence(change.sequence()),
                Map.of(change.badge(), new BadgeState(held, change.time())),
                null);
    }
}
