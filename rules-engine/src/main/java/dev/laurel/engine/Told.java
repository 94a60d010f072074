package dev.laurel.engine;

import dev.laurel.engine.badges.BadgeChanges;
import dev.laurel.engine.decisions.ChallengeDecision;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.ids.EffectIds;
import dev.laurel.engine.revisions.Migration;
import dev.laurel.engine.state.ChallengeState;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.teams.Settling;
import dev.laurel.engine.teams.TeamNews;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** A member who is told where a team stands. */
final class Told {

    private final Program program;
    private final TeamNews news;
    private final EffectIds ids;
    private final Draft draft;
    private final int kept;
    private final Set<String> begunAnew;

    Told(Program program, MemberState state, TeamNews news) {
        this.program = program;
        this.news = news;
        this.ids = new EffectIds(program.id(), news.member());
        Migration.Migrated migrated =
                Migration.of(program.revisions(), program.challenges(), program.badges(), state);
        this.kept =
                migrated.state()
                        .challenges()
                        .getOrDefault(news.challenge(), ChallengeState.NEVER)
                        .kept();
        // What is to be judged afresh waits for the member's next event.
        this.draft =
                migrated.afresh().isEmpty()
                        ? new Draft(migrated.state(), program.revisions().version())
                        : new Draft(state, state.version());
        this.begunAnew = Begun.anew(program, state, draft);
    }

    Result result() {
        BadgeChanges badges = new BadgeChanges(draft, ids);
        Settling settling = new Settling(program.index().teams(), draft, ids, badges);
        ChallengeDecision challenge =
                settling.settle(news, kept, each -> program.index().isStaying(each.badge()));
        Decision decision =
                new Decision(
                        ids.decision(news.event().key()),
                        program.id(),
                        news.member(),
                        news.event(),
                        LocalDate.ofInstant(news.event().time(), program.zone()),
                        challenge != null && challenge.completions() < challenge.completionsBefore()
                                ? Decision.Outcome.REVERSED
                                : Decision.Outcome.DECIDED,
                        challenge == null ? gone() : null,
                        List.of(),
                        challenge == null ? List.of() : List.of(challenge),
                        List.of(),
                        program.index()
                                .complete(
                                        settling.points().stream()
                                                .map(each -> each.in(news.team()))
                                                .toList(),
                                        news.event()),
                        List.of(),
                        List.of(),
                        badges.effects(),
                        program.index()
                                .toldMetrics()
                                .effects(draft, begunAnew, List.of(), List.of()),
                        List.of());
        return Result.of(draft.finish(), decision);
    }

    private String gone() {
        return "Expected a challenge for teams, but '%s' is none any more."
                .formatted(news.challenge().challenge());
    }
}
