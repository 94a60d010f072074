package dev.laurel.engine;

import dev.laurel.engine.badges.BadgeChanges;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.Failure;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.ids.EffectIds;
import dev.laurel.engine.leaderboards.Won;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.traces.EventTrace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A member who has won a prize of a board. It is given whenever it is told of. */
final class Prizegiving {

    private final Program program;
    private final Member beneficiary;
    private final Event event;
    private final LocalDate date;
    private final EffectIds ids;
    private final Draft draft;
    private final BadgeChanges badges;
    private final List<PointsEffect> points = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();

    /** A new version of the program waits for the member's next event of their own. */
    Prizegiving(
            Program program,
            Member beneficiary,
            MemberState state,
            Event event,
            LocalDate date,
            EffectIds ids) {
        this.program = program;
        this.beneficiary = beneficiary;
        this.event = event;
        this.date = date;
        this.ids = ids;
        this.draft = new Draft(state, state.version());
        this.badges = new BadgeChanges(draft, ids);
    }

    Result result() {
        Won won = Won.of(event);
        if (won != null) {
            Cause cause = Cause.leaderboard(won.leaderboard());
            won.points().forEach((wallet, number) -> give(wallet, number, cause));
            String badge = won.badge();
            if (badge != null) {
                give(badge, cause);
            }
        }
        return new Result(
                draft.finish(),
                decision(won),
                List.of(new Result.Remembered(event.key(), trace())),
                Set.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private void give(String wallet, long number, Cause cause) {
        if (program.wallets().stream().anyMatch(each -> each.id().equals(wallet))) {
            points.add(
                    new PointsEffect(ids.prize(event.key(), wallet), wallet, number, cause)
                            .in(beneficiary.teamAt(event.time())));
        } else {
            failures.add(
                    new Failure(
                            cause,
                            "Expected a wallet for %d points, but '%s' is none any more."
                                    .formatted(number, wallet)));
        }
    }

    private void give(String badge, Cause cause) {
        if (program.badges().stream().anyMatch(each -> each.id().equals(badge))) {
            badges.grant(badge, cause);
        } else {
            failures.add(
                    new Failure(
                            cause,
                            "Expected a badge, but '%s' is none any more.".formatted(badge)));
        }
    }

    private EventTrace trace() {
        return new EventTrace.Seen(
                event.type(), program.retention().untilForgotten(event.recordedTime()));
    }

    private Decision decision(@Nullable Won won) {
        return new Decision(
                ids.decision(event.key()),
                program.id(),
                beneficiary.id(),
                event,
                date,
                Decision.Outcome.DECIDED,
                won == null
                        ? "Expected a board and points by wallet, but it was %s."
                                .formatted(event.data())
                        : null,
                List.of(),
                List.of(),
                List.of(),
                program.index().complete(points, event),
                List.of(),
                List.of(),
                badges.effects(),
                List.of(),
                failures);
    }
}
