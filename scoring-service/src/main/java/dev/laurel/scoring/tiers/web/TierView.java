package dev.laurel.scoring.tiers.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.scoring.tiers.Invitation;
import dev.laurel.scoring.tiers.Prospect;
import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.Level;
import dev.laurel.tiers.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a member stands, see {@link Prospect}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TierView(
        String member,
        @Nullable LevelView tier,
        @Nullable LocalDate since,
        @Nullable String wallet,
        @Nullable String metric,
        BigDecimal earned,
        @Nullable NextView next,
        @Nullable FallView fall,
        @Nullable InvitedView invitation) {

    /** A tier as the program has it: its name is one text or one per locale. */
    record LevelView(String id, Object name, long at, List<?> perks) {

        static @Nullable LevelView of(@Nullable Level level) {
            return level == null
                    ? null
                    : new LevelView(level.id(), level.name(), level.at(), level.perks());
        }
    }

    /** The next tier, how much more it takes, and before when. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NextView(@Nullable LevelView tier, BigDecimal points, @Nullable LocalDate before) {}

    /** What comes if nothing more is earned, and how much more before keeps the tier. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FallView(LocalDate on, @Nullable LevelView to, BigDecimal points) {}

    /** What holds the tier above what points reach. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InvitedView(LocalDate from, @Nullable LocalDate until) {

        static @Nullable InvitedView of(@Nullable Invitation invitation) {
            return invitation == null
                    ? null
                    : new InvitedView(invitation.from(), invitation.until());
        }
    }

    static TierView of(String member, Ladder ladder, Prospect prospect) {
        Measure measure = ladder.measure();
        Prospect.Next next = prospect.next();
        Prospect.Fall fall = prospect.fall();
        return new TierView(
                member,
                LevelView.of(prospect.tier()),
                prospect.since(),
                MeasureView.wallet(ladder),
                MeasureView.metric(ladder),
                measure.figure(prospect.earned()),
                next == null
                        ? null
                        : new NextView(
                                LevelView.of(next.tier()),
                                measure.figure(next.points()),
                                next.before()),
                fall == null
                        ? null
                        : new FallView(
                                fall.on(), LevelView.of(fall.to()), measure.figure(fall.points())),
                InvitedView.of(prospect.invitation()));
    }
}
