package dev.laurel.engine;

import dev.laurel.engine.badges.BadgeChanges;
import dev.laurel.engine.challenges.Challenge;
import dev.laurel.engine.decisions.ChallengeDecision;
import dev.laurel.engine.decisions.ChallengeDecision.Place;
import dev.laurel.engine.decisions.ChallengeDecision.Place.Outcome;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.ids.EffectIds;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.winners.PlaceNews;
import dev.laurel.engine.winners.Placing;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member who is told whether they are among the first to complete a challenge. */
final class Placed {

    private final Program program;
    private final PlaceNews news;
    private final EffectIds ids;
    private final Draft draft;

    /** A new version of the program waits for the member's next event. */
    Placed(Program program, MemberState state, PlaceNews news) {
        this.program = program;
        this.news = news;
        this.ids = new EffectIds(program.id(), news.member());
        this.draft = new Draft(state, state.version());
    }

    Result result() {
        BadgeChanges badges = new BadgeChanges(draft, ids);
        Placing placing = new Placing(draft, ids, badges, program.index().metrics());
        Challenge challenge = program.index().challenge(news.challenge().challenge());
        ChallengeDecision settled = challenge == null ? null : placing.settle(challenge, news);
        Decision decision =
                new Decision(
                        ids.decision(news.event().key()),
                        program.id(),
                        news.member(),
                        news.event(),
                        LocalDate.ofInstant(news.event().time(), program.zone()),
                        Decision.Outcome.DECIDED,
                        reason(challenge, settled),
                        List.of(),
                        settled == null ? List.of() : List.of(settled),
                        List.of(),
                        program.index().complete(placing.points(), news.event()),
                        List.of(),
                        List.of(),
                        badges.effects(),
                        List.of(),
                        List.of());
        return Result.of(draft.finish(), decision);
    }

    private @Nullable String reason(
            @Nullable Challenge challenge, @Nullable ChallengeDecision settled) {
        String id = news.challenge().challenge();
        if (challenge == null) {
            return "Expected a challenge, but '%s' is none any more.".formatted(id);
        }
        if (settled == null) {
            return "Expected a completion of '%s' that stands, but it has been undone."
                    .formatted(id);
        }
        Place place = settled.place();
        return place != null && place.outcome() == Outcome.ALL_TAKEN
                ? "Expected a free place among the first %d of '%s', but all places are taken."
                        .formatted(place.places(), id)
                : null;
    }
}
