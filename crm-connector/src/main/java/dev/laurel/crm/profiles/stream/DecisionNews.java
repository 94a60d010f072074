package dev.laurel.crm.profiles.stream;

import static java.util.stream.Collectors.toMap;

import dev.laurel.contracts.decisions.ChallengeDecision;
import dev.laurel.contracts.decisions.StreakDecision;
import dev.laurel.contracts.events.PlatformEvents;
import dev.laurel.crm.profiles.ChallengeProgress;
import dev.laurel.crm.profiles.Mark;
import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.News;
import dev.laurel.crm.profiles.StreakState;
import dev.laurel.intake.Received;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What decisions say. Effects on points and badges come from those who booked them. */
final class DecisionNews {

    private DecisionNews() {}

    static News<ChallengeProgress> challenges(Received<ProgressDecision> received) {
        ProgressDecision decision = received.value();
        boolean own =
                decision.event().subject().equals(decision.member())
                        && !PlatformEvents.isFrom(decision.event().source());
        return new News<>(
                new Member(decision.program(), decision.member()),
                Mark.ofOffset(received.partition(), received.offset()),
                decision.challenges().stream()
                        .filter(ChallengeDecision::concernsNow)
                        .collect(
                                toMap(
                                        ChallengeDecision::challenge,
                                        DecisionNews::progress,
                                        (_, last) -> last)),
                own ? decision.event().time() : null);
    }

    /** Of a decision that changed a streak; the others say nothing of them. */
    static Optional<News<StreakState>> streaks(Received<ProgressDecision> received) {
        ProgressDecision decision = received.value();
        return decision.streaks().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new News<>(
                                new Member(decision.program(), decision.member()),
                                Mark.ofOffset(received.partition(), received.offset()),
                                decision.streaks().stream()
                                        .collect(
                                                toMap(
                                                        StreakDecision::streak,
                                                        DecisionNews::state,
                                                        (_, last) -> last)),
                                null));
    }

    /** What time has done to it since is left to {@code StreakEnds}. */
    private static StreakState state(StreakDecision streak) {
        List<Instant> deadlines = streak.deadlines();
        return new StreakState(
                streak.after(), streak.longest(), deadlines.isEmpty() ? null : deadlines.getLast());
    }

    private static ChallengeProgress progress(ChallengeDecision challenge) {
        return new ChallengeProgress(
                challenge.completed(),
                challenge.steps().stream()
                        .map(step ->
                                new ChallengeProgress.Step(
                                        step.step(), step.after(), step.target()))
                        .toList());
    }
}
