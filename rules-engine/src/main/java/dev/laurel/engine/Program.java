package dev.laurel.engine;

import dev.laurel.engine.badges.Badge;
import dev.laurel.engine.budgets.BudgetScope;
import dev.laurel.engine.challenges.Challenge;
import dev.laurel.engine.channels.Channels;
import dev.laurel.engine.events.Activation;
import dev.laurel.engine.events.EventShape;
import dev.laurel.engine.events.Reversal;
import dev.laurel.engine.leaderboards.Leaderboard;
import dev.laurel.engine.metrics.Metric;
import dev.laurel.engine.periods.Retention;
import dev.laurel.engine.revisions.Revisions;
import dev.laurel.engine.rules.Rule;
import dev.laurel.engine.silences.Silence;
import dev.laurel.engine.streaks.Streak;
import dev.laurel.engine.tiers.Tiers;
import dev.laurel.engine.wallets.Wallet;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A program that can be published. Immutable, for any number of threads. */
public final class Program {

    private final Definition definition;
    private final ProgramIndex index;
    private final Revisions revisions;

    Program(Definition definition, ProgramIndex index) {
        this(definition, index, Revisions.NONE);
    }

    private Program(Definition definition, ProgramIndex index, Revisions revisions) {
        this.definition = definition;
        this.index = index;
        this.revisions = revisions;
    }

    /** The same program as the version that these changes led to. */
    public Program revised(Revisions changes) {
        return new Program(definition, index, changes);
    }

    /** The changes that led to it. */
    public Revisions revisions() {
        return revisions;
    }

    public String id() {
        return definition.id();
    }

    public String name() {
        return definition.name();
    }

    /** Where days, weeks, months and years begin. */
    public ZoneId zone() {
        return definition.zone();
    }

    /** How long after it happened an event still counts, unless it was imported. */
    public Duration lateness() {
        return definition.lateness();
    }

    /** How long what events did is remembered. */
    public Retention retention() {
        return definition.retention();
    }

    public List<Wallet> wallets() {
        return definition.wallets();
    }

    /** The types of events that it knows, by type. */
    public Map<String, EventShape> events() {
        return definition.events();
    }

    /** What events undo others, by their type. */
    public Map<String, Reversal> reversals() {
        return definition.reversals();
    }

    /** What events activate what others gave, by their type. */
    public Map<String, Activation> activations() {
        return definition.activations();
    }

    /** What events are emitted about silent members, by their type. */
    public Map<String, Silence> silences() {
        return definition.silences();
    }

    public List<Metric> metrics() {
        return definition.metrics();
    }

    public List<Rule> rules() {
        return definition.rules();
    }

    public List<Challenge> challenges() {
        return definition.challenges();
    }

    public List<Badge> badges() {
        return definition.badges();
    }

    public List<Streak> streaks() {
        return definition.streaks();
    }

    public List<Leaderboard> leaderboards() {
        return definition.leaderboards();
    }

    public Tiers tiers() {
        return definition.tiers();
    }

    public List<BudgetScope> budgets() {
        return definition.budgets();
    }

    /** Which channels have figures of their own. */
    public Channels channels() {
        return definition.channels();
    }

    ProgramIndex index() {
        return index;
    }

    /** What the document says, compiled. */
    record Definition(
            String id,
            String name,
            ZoneId zone,
            Duration lateness,
            Retention retention,
            List<Wallet> wallets,
            Map<String, EventShape> events,
            Map<String, Reversal> reversals,
            Map<String, Activation> activations,
            Map<String, Silence> silences,
            List<Metric> metrics,
            List<Rule> rules,
            List<Challenge> challenges,
            List<Badge> badges,
            List<Streak> streaks,
            List<Leaderboard> leaderboards,
            Tiers tiers,
            List<BudgetScope> budgets,
            Channels channels) {

        Definition {
            budgets = List.copyOf(budgets);
            wallets = List.copyOf(wallets);
            events = Collections.unmodifiableMap(new LinkedHashMap<>(events));
            reversals = Collections.unmodifiableMap(new LinkedHashMap<>(reversals));
            activations = Collections.unmodifiableMap(new LinkedHashMap<>(activations));
            silences = Collections.unmodifiableMap(new LinkedHashMap<>(silences));
            metrics = List.copyOf(metrics);
            rules = List.copyOf(rules);
            challenges = List.copyOf(challenges);
            badges = List.copyOf(badges);
            streaks = List.copyOf(streaks);
            leaderboards = List.copyOf(leaderboards);
        }
    }
}
