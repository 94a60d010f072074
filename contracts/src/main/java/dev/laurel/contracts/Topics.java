package dev.laurel.contracts;

import dev.laurel.contracts.badges.BadgeChange;
import dev.laurel.contracts.budgets.BudgetAlert;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.events.Event;
import dev.laurel.contracts.ledger.LedgerEntry;
import dev.laurel.contracts.members.MemberAttributes;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.contracts.tiers.MemberTier;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Every topic of the platform. */
public final class Topics {

    /**
     * Partitions of every topic unless the installation says otherwise. It is the same for all of
     * them, and expensive to change later: member topics are joined by partition number.
     */
    public static final int DEFAULT_PARTITIONS = 12;

    /** Dead letters are kept longer than what they came from, so that there is time to repair. */
    public static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(28);

    public static final Topic<Event> EVENTS =
            new Topic<>(
                    "laurel.events",
                    Topic.Key.MEMBER,
                    Event.class,
                    Topic.Cleanup.DELETE,
                    Duration.ofDays(14),
                    "gateway",
                    // producers of the shop itself, rules-service for publication marks and
                    // silences,
                    // and leaderboard-service for prizes
                    Set.of("producers", "rules-service", "leaderboard-service"));

    public static final Topic<PublishedProgram> PROGRAMS =
            new Topic<>(
                    "laurel.programs",
                    Topic.Key.PROGRAM,
                    PublishedProgram.class,
                    Topic.Cleanup.COMPACT,
                    null,
                    "rules-service",
                    Set.of());

    public static final Topic<MemberAttributes> MEMBERS =
            new Topic<>(
                    "laurel.members",
                    Topic.Key.MEMBER,
                    MemberAttributes.class,
                    Topic.Cleanup.COMPACT,
                    null,
                    "member-service",
                    Set.of());

    public static final Topic<Decision> DECISIONS =
            new Topic<>(
                    "laurel.decisions",
                    Topic.Key.MEMBER,
                    Decision.class,
                    Topic.Cleanup.DELETE,
                    Duration.ofDays(14),
                    "rules-service",
                    Set.of());

    public static final Topic<LedgerEntry> LEDGER =
            new Topic<>(
                    "laurel.ledger",
                    Topic.Key.MEMBER,
                    LedgerEntry.class,
                    Topic.Cleanup.DELETE,
                    Duration.ofDays(14),
                    "scoring-service",
                    Set.of());

    public static final Topic<BadgeChange> BADGES =
            new Topic<>(
                    "laurel.badges",
                    Topic.Key.MEMBER,
                    BadgeChange.class,
                    Topic.Cleanup.DELETE,
                    Duration.ofDays(14),
                    "badge-service",
                    Set.of());

    public static final Topic<MemberTier> TIERS =
            new Topic<>(
                    "laurel.tiers",
                    Topic.Key.MEMBER,
                    MemberTier.class,
                    Topic.Cleanup.COMPACT,
                    null,
                    "scoring-service",
                    Set.of());

    public static final Topic<BudgetAlert> BUDGETS =
            new Topic<>(
                    "laurel.budgets",
                    Topic.Key.PROGRAM,
                    BudgetAlert.class,
                    Topic.Cleanup.DELETE,
                    Duration.ofDays(14),
                    "scoring-service",
                    Set.of());

    /** All of them, dead letters apart. */
    public static final List<Topic<?>> ALL =
            List.of(EVENTS, PROGRAMS, MEMBERS, DECISIONS, LEDGER, BADGES, TIERS, BUDGETS);

    private Topics() {}
}
