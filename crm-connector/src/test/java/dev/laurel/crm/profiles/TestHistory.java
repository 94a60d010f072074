package dev.laurel.crm.profiles;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.badges.BadgeChange;
import dev.laurel.contracts.decisions.BadgeEffect;
import dev.laurel.contracts.decisions.Cause;
import dev.laurel.contracts.decisions.ChallengeDecision;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.EventReference;
import dev.laurel.contracts.decisions.StreakDecision;
import dev.laurel.contracts.ledger.LedgerCause;
import dev.laurel.contracts.ledger.LedgerEntry;
import dev.laurel.contracts.tiers.MemberTier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to some members, as the topics tell it. */
final class TestHistory {

    private static final Cause CAUSE = new Cause(Cause.Kind.CHALLENGE, "spring");
    private static final LocalDate DAY = LocalDate.of(2011, 11, 5);

    /** No streak that runs until then ends in a test. */
    static final Instant FAR = Instant.parse("2990-01-01T00:00:00Z");

    final String program;
    final List<LedgerEntry> ledger = new ArrayList<>();
    final List<BadgeChange> badges = new ArrayList<>();
    final List<MemberTier> tiers = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();

    TestHistory(String program) {
        this.program = program;
    }

    /** The same story for every program with the same seed. */
    static TestHistory random(String program, long seed, int members, int length) {
        Random random = new Random(seed);
        TestHistory history = new TestHistory(program);
        for (int i = 0; i < length; i++) {
            String member = "m" + random.nextInt(members);
            Instant time = timeOf(random.nextInt(100_000));
            switch (random.nextInt(6)) {
                case 0 ->
                        history.badge(member, "b" + random.nextInt(3), random.nextBoolean(), time);
                case 1 ->
                        history.decide(
                                member,
                                random.nextInt(5) == 0 ? "somebody" : member,
                                time,
                                challenge("c" + random.nextInt(3), random.nextInt(10)));
                case 2 ->
                        history.tier(
                                member,
                                "t" + random.nextInt(3),
                                random.nextBoolean() ? null : DAY.plusDays(i));
                case 3 -> history.streak(member, "s" + random.nextInt(2), random.nextInt(9), FAR);
                default -> history.book(member, "w" + random.nextInt(2), random.nextInt(-5, 20));
            }
        }
        return history;
    }

    /** A tier, and when it is going to be lost. */
    TestHistory tier(String member, @Nullable String tier, @Nullable LocalDate fallsOn) {
        long revision = 1 + tiers.stream().filter(each -> each.member().equals(member)).count();
        tiers.add(
                new MemberTier(
                        program,
                        member,
                        revision,
                        tier,
                        null,
                        fallsOn == null ? MemberTier.Change.RAISED : MemberTier.Change.WARNED,
                        DAY,
                        false,
                        fallsOn == null ? null : new MemberTier.Fall(fallsOn, "lowest"),
                        Instant.EPOCH));
        return this;
    }

    static Instant timeOf(int seconds) {
        return Instant.parse("2011-11-05T00:00:00Z").plusSeconds(seconds);
    }

    static ChallengeDecision challenge(String id, double after) {
        return ChallengeDecision.once(
                id,
                List.of(new ChallengeDecision.StepProgress("step", 0, after, 5)),
                false,
                after >= 5);
    }

    TestHistory book(String member, String wallet, long points) {
        LedgerEntry last =
                ledger.stream()
                        .filter(each -> each.member().equals(member))
                        .filter(each -> each.wallet().equals(wallet))
                        .reduce((_, later) -> later)
                        .orElse(null);
        long sequence = 1 + ledger.stream().filter(each -> each.member().equals(member)).count();
        UUID id = id("ledger", member, sequence);
        ledger.add(
                new LedgerEntry(
                        id,
                        program,
                        member,
                        sequence,
                        wallet,
                        points,
                        points + (last == null ? 0 : last.balance()),
                        Math.max(points, 0) + (last == null ? 0 : last.earned()),
                        new LedgerCause(LedgerCause.Kind.CHALLENGE, "spring"),
                        id,
                        1,
                        timeOf(0),
                        DAY,
                        timeOf(0)));
        return this;
    }

    TestHistory badge(String member, String badge, boolean issued, Instant time) {
        long sequence = 1 + badges.stream().filter(each -> each.member().equals(member)).count();
        UUID id = id("badge", member, sequence);
        badges.add(
                new BadgeChange(
                        id,
                        program,
                        member,
                        sequence,
                        badge,
                        issued ? BadgeEffect.Change.ISSUED : BadgeEffect.Change.REVOKED,
                        CAUSE,
                        id,
                        1,
                        time,
                        time));
        return this;
    }

    TestHistory decide(
            String member, String subject, Instant time, @Nullable ChallengeDecision challenge) {
        return decide(
                member,
                subject,
                time,
                challenge == null ? List.of() : List.of(challenge),
                List.of());
    }

    /** A streak of that length, which has a freeze: it ends with the second deadline. */
    TestHistory streak(String member, String streak, int length, Instant endsAt) {
        return decide(
                member,
                member,
                timeOf(0),
                List.of(),
                List.of(
                        new StreakDecision(
                                streak,
                                StreakDecision.Every.DAY,
                                0,
                                length,
                                10,
                                1,
                                DAY,
                                DAY,
                                List.of(endsAt.minus(Duration.ofDays(1)), endsAt))));
    }

    private TestHistory decide(
            String member,
            String subject,
            Instant time,
            List<ChallengeDecision> challenges,
            List<StreakDecision> streaks) {
        UUID id = id("decision", member, decisions.size());
        decisions.add(
                new Decision(
                        id,
                        program,
                        1,
                        "cafe",
                        member,
                        new EventReference(
                                "/shop",
                                id.toString(),
                                "purchase",
                                subject,
                                time,
                                time,
                                DAY,
                                false),
                        Decision.Outcome.DECIDED,
                        null,
                        List.of(),
                        challenges,
                        streaks,
                        List.of(),
                        List.of()));
        return this;
    }

    private UUID id(String kind, String member, long number) {
        return UUID.nameUUIDFromBytes((program + kind + member + number).getBytes(UTF_8));
    }
}
