package dev.laurel.scoring.tiers.jobs;

import dev.laurel.scoring.jobs.Night;
import dev.laurel.scoring.jobs.NightlyJob;
import dev.laurel.scoring.jobs.Portion;
import dev.laurel.scoring.jobs.Stage;
import dev.laurel.scoring.ledger.Command;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.tiers.Ladders;
import dev.laurel.scoring.tiers.TierKeeper;
import dev.laurel.scoring.tiers.Tiers;
import dev.laurel.tiers.Ladder;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reviews those whose tier the night can change. First those that are due, then those who had
 * points before the program had tiers.
 */
@Component
public class TierReview implements NightlyJob {

    private static final int AT_A_TIME = 500;
    private static final String DUE = "due:";
    private static final String UNJUDGED = "unjudged:";
    private static final UUID NOTHING = new UUID(0, 0);

    private final Ladders ladders;
    private final Tiers tiers;
    private final TierKeeper keeper;
    private final Journal journal;
    private final Clock clock;

    public TierReview(
            Ladders ladders, Tiers tiers, TierKeeper keeper, Journal journal, Clock clock) {
        this.ladders = ladders;
        this.tiers = tiers;
        this.keeper = keeper;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.TIERS;
    }

    @Override
    public Portion work(Night night, @Nullable String after) {
        Optional<Ladder> found = ladders.find(night.program());
        if (found.isEmpty()) {
            return Portion.last(0);
        }
        Ladder ladder = found.get();
        String place = after == null ? DUE : after;
        if (place.startsWith(DUE)) {
            String last = place.substring(DUE.length());
            List<Member> due = tiers.due(night.program(), ladder, night.day(), last, AT_A_TIME);
            review(ladder, due, night);
            return new Portion(due.size(), next(DUE, due, UNJUDGED));
        }
        String last = place.substring(UNJUDGED.length());
        List<Member> unjudged = tiers.unjudged(night.program(), ladder, last, AT_A_TIME);
        review(ladder, unjudged, night);
        return new Portion(unjudged.size(), next(UNJUDGED, unjudged, null));
    }

    private static @Nullable String next(
            String list, List<Member> done, @Nullable String otherwise) {
        return done.size() < AT_A_TIME ? otherwise : list + done.getLast().id();
    }

    private void review(Ladder ladder, List<Member> members, Night night) {
        if (members.isEmpty()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Instruction> locks =
                members.stream()
                        .map(member ->
                                Command.of(
                                        member,
                                        "tier",
                                        NOTHING,
                                        false,
                                        now,
                                        ladder.zone(),
                                        List.of()))
                        .toList();
        journal.open(locks, now);
        keeper.review(ladder, members, night.day(), journal, now);
    }
}
