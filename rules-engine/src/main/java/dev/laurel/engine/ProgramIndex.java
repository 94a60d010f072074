package dev.laurel.engine;

import dev.laurel.engine.badges.Badge;
import dev.laurel.engine.budgets.Budgets;
import dev.laurel.engine.challenges.Challenge;
import dev.laurel.engine.challenges.ChallengeWindows;
import dev.laurel.engine.challenges.Entry;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.events.Activation;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventShape;
import dev.laurel.engine.events.LineShape;
import dev.laurel.engine.events.Reversal;
import dev.laurel.engine.limits.Bounds;
import dev.laurel.engine.metrics.Meter;
import dev.laurel.engine.metrics.Metric;
import dev.laurel.engine.rules.Rule;
import dev.laurel.engine.silences.Silence;
import dev.laurel.engine.streaks.Streak;
import dev.laurel.engine.streaks.Streak.Activity;
import dev.laurel.engine.teams.TeamChallenges;
import dev.laurel.engine.wallets.Wallet;
import dev.laurel.engine.wallets.Wallets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What concerns what in a program, so that the cost of an event grows only with the mechanics that
 * concern it.
 */
final class ProgramIndex {

    private final ProgramVariables variables;
    private final Map<String, Reactions> byType = new HashMap<>();
    private final Map<String, Metric> metrics;
    private final ToldMetrics told;
    private final Bounds bounds;
    private final List<Wallet> startingWallets;
    private final Wallets wallets;
    private final Budgets budgets;
    private final ZoneId zone;
    private final Map<String, Badge> badges;
    private final Map<String, Streak> streaks;
    private final Map<String, Challenge> challenges;
    private final ByMetric<Challenge> challengesByMetric;
    private final ByMetric<Challenge> judgedByMetric;
    private final TeamChallenges teams;
    private final List<Challenge> lookingAtMember;
    private final ByMetric<Badge> badgesByMetric;

    /**
     * All that an event of some type sets going.
     *
     * @param schema how expressions read it
     * @param rules the rules on it
     * @param meters the metrics on it
     * @param activities streaks that it keeps up
     * @param reversal what it undoes
     * @param activation whose points it activates
     * @param awaited whether points that rules give for it wait for another event
     * @param undoneBy events of other types that can undo it
     * @param lines its lines that these go by
     * @param silences types of events that tell of silences which it ends
     */
    record Reactions(
            EventShape.Schema schema,
            List<Rule> rules,
            List<Meter> meters,
            List<Activity> activities,
            @Nullable Reversal reversal,
            @Nullable Activation activation,
            boolean awaited,
            List<Reversal> undoneBy,
            @Nullable LineShape lines,
            List<String> silences) {}

    ProgramIndex(
            Program.Definition program,
            Map<String, EventShape.Schema> schemas,
            ProgramVariables variables) {
        this.variables = variables;
        this.metrics = byId(program.metrics(), Metric::id);
        this.told = new ToldMetrics(program.leaderboards(), program.tiers(), metrics);
        this.bounds = new Bounds(program.wallets());
        program.rules()
                .forEach(rule ->
                        rule.awards()
                                .forEach(award -> bounds.with(award.wallet(), award.limits())));
        this.wallets = new Wallets(program.wallets(), program.activations(), program.zone());
        this.budgets = new Budgets(program.budgets());
        this.zone = program.zone();
        this.startingWallets =
                program.wallets().stream().filter(wallet -> wallet.start() != 0).toList();
        this.badges = byId(program.badges(), Badge::id);
        this.streaks = byId(program.streaks(), Streak::id);
        this.challenges = byId(program.challenges(), Challenge::id);
        this.challengesByMetric = new ByMetric<>(program.challenges(), ChallengeWindows::metrics);
        this.judgedByMetric =
                new ByMetric<>(
                        program.challenges().stream().filter(each -> !each.byTeam()).toList(),
                        ChallengeWindows::metrics);
        this.teams = new TeamChallenges(program.id(), program.challenges(), metrics);
        this.lookingAtMember =
                program.challenges().stream().filter(Challenge::looksAtMember).toList();
        this.badgesByMetric = new ByMetric<>(program.badges(), Badge::metrics);
        schemas.forEach((type, schema) -> byType.put(type, reactions(program, type, schema)));
    }

    private Reactions reactions(Program.Definition program, String type, EventShape.Schema schema) {
        List<Reversal> undoneBy = on(type, List.copyOf(program.reversals().values()), Reversal::of);
        return new Reactions(
                schema,
                on(type, program.rules(), Rule::on),
                on(type, program.metrics(), Metric::on).stream()
                        .map(metric -> meter(metric, !undoneBy.isEmpty()))
                        .toList(),
                on(
                        type,
                        program.streaks().stream()
                                .flatMap(streak -> streak.activities().stream())
                                .toList(),
                        activity -> activity.trigger().on()),
                program.reversals().get(type),
                program.activations().get(type),
                wallets.awaits(type),
                undoneBy,
                undoneBy.stream()
                        .map(Reversal::lines)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                program.silences().values().stream()
                        .filter(silence -> silence.without().contains(type))
                        .map(Silence::type)
                        .toList());
    }

    ProgramVariables variables() {
        return variables;
    }

    /** What an event of a type sets going, {@code null} for a type that the program lacks. */
    @Nullable Reactions on(String type) {
        return byType.get(type);
    }

    Map<String, Metric> metrics() {
        return metrics;
    }

    /** Metrics that boards rank by. */
    ToldMetrics toldMetrics() {
        return told;
    }

    /** The limits of all rules, and the wallets. */
    Bounds bounds() {
        return bounds;
    }

    /** What mechanics ask for, with what wallets and budgets say about it. */
    List<PointsEffect> complete(List<PointsEffect> effects, Event event) {
        return complete(effects, event, Map.of());
    }

    /**
     * The same for an event that others had come before.
     *
     * @param activated since when those have activated what it gives, by their types
     */
    List<PointsEffect> complete(
            List<PointsEffect> effects, Event event, Map<String, Instant> activated) {
        return budgets.paying(wallets.under(effects, event, activated), event.time(), zone);
    }

    /** Under which terms points are given. */
    Wallets wallets() {
        return wallets;
    }

    /** Wallets that members begin with points in. */
    List<Wallet> startingWallets() {
        return startingWallets;
    }

    @Nullable Streak streak(String id) {
        return streaks.get(id);
    }

    /** Whether a badge stays once it has been issued. */
    boolean isStaying(@Nullable String badge) {
        Badge known = badge == null ? null : badges.get(badge);
        return known != null && !known.revocable();
    }

    /** Challenges that teams complete. */
    TeamChallenges teams() {
        return teams;
    }

    /** Whose events count for a challenge. */
    Entry entry(String challenge) {
        Challenge known = challenges.get(challenge);
        return known == null ? Entry.FREE : known.entry();
    }

    /** A challenge, {@code null} if there is none of that id. */
    @Nullable Challenge challenge(String id) {
        return challenges.get(id);
    }

    /**
     * Challenges to judge after an event, each once: those with a step over any of these metrics,
     * and those that look at the member. Those of teams are judged where the team is.
     */
    Collection<Challenge> challengesOver(Set<String> changed) {
        Collection<Challenge> over = judgedByMetric.over(changed);
        if (lookingAtMember.isEmpty()) {
            return over;
        }
        Set<Challenge> all = new LinkedHashSet<>(over);
        all.addAll(lookingAtMember);
        return all;
    }

    /** Badges whose condition reads any of these metrics, each once. */
    Collection<Badge> badgesOver(Set<String> changed) {
        return badgesByMetric.over(changed);
    }

    private Meter meter(Metric metric, boolean undoable) {
        return new Meter(
                metric,
                challengesByMetric.over(metric.id()).stream()
                        .map(challenge -> ChallengeWindows.of(challenge, metric.id()))
                        .toList(),
                told.isDaily(metric.id()),
                undoable);
    }

    private static <T> List<T> on(String type, List<T> mechanics, Function<T, String> on) {
        return mechanics.stream().filter(each -> on.apply(each).equals(type)).toList();
    }

    private static <T> Map<String, T> byId(List<T> mechanics, Function<T, String> id) {
        return mechanics.stream()
                .collect(Collectors.toUnmodifiableMap(id, Objects::requireNonNull));
    }
}
