package dev.laurel.engine;

import dev.laurel.engine.badges.Badge;
import dev.laurel.engine.badges.BadgeReader;
import dev.laurel.engine.boosts.BoostReader;
import dev.laurel.engine.boosts.Boosting;
import dev.laurel.engine.budgets.BudgetReader;
import dev.laurel.engine.budgets.BudgetScope;
import dev.laurel.engine.challenges.Challenge;
import dev.laurel.engine.challenges.ChallengeReader;
import dev.laurel.engine.channels.Channels;
import dev.laurel.engine.document.Problem;
import dev.laurel.engine.document.Problems;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.document.Texts;
import dev.laurel.engine.events.Activation;
import dev.laurel.engine.events.ActivationReader;
import dev.laurel.engine.events.EventShape;
import dev.laurel.engine.events.EventShapeReader;
import dev.laurel.engine.events.EventVocabularies;
import dev.laurel.engine.events.Reversal;
import dev.laurel.engine.events.ReversalReader;
import dev.laurel.engine.exchanges.Exchanges;
import dev.laurel.engine.expressions.ExpressionCompiler;
import dev.laurel.engine.leaderboards.Leaderboard;
import dev.laurel.engine.leaderboards.LeaderboardReader;
import dev.laurel.engine.metrics.Metric;
import dev.laurel.engine.metrics.MetricObjects;
import dev.laurel.engine.metrics.MetricReader;
import dev.laurel.engine.rules.Rule;
import dev.laurel.engine.rules.RuleReader;
import dev.laurel.engine.rules.SharedLimitReader;
import dev.laurel.engine.silences.Silence;
import dev.laurel.engine.silences.SilenceReader;
import dev.laurel.engine.streaks.Streak;
import dev.laurel.engine.streaks.StreakReader;
import dev.laurel.engine.tiers.TierReader;
import dev.laurel.engine.tiers.Tiers;
import dev.laurel.engine.wallets.Wallet;
import dev.laurel.engine.wallets.WalletReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns a program document into a {@link Program}, or says all that is wrong with it. */
public final class ProgramCompiler {

    private final Section document;
    private final Problems problems;

    private ProgramCompiler(Map<String, Object> document) {
        this.problems = new Problems();
        this.document = Section.root(document, problems);
    }

    /**
     * Compiles a document.
     *
     * @param document the parsed YAML or JSON of {@code docs/program-language.md}: maps, lists,
     *     strings, numbers of any Java type, booleans, nulls
     */
    public static Compilation compile(Map<String, Object> document) {
        return new ProgramCompiler(document).compile();
    }

    private List<Rule> rules(EventVocabularies vocabularies, List<Wallet> wallets) {
        Set<String> walletIds = document.ids("wallets");
        List<Rule> rules =
                SharedLimitReader.share(
                        document, RuleReader.read(document, vocabularies, wallets), walletIds);
        Map<String, String> types =
                rules.stream().collect(Collectors.toMap(Rule::id, Rule::on, (a, b) -> a));
        Map<String, List<Boosting>> boosts =
                BoostReader.read(document, vocabularies, walletIds, types);
        return rules.stream()
                .map(rule -> rule.boosted(boosts.getOrDefault(rule.id(), List.of())))
                .toList();
    }

    private Compilation compile() {
        ProgramHead head = ProgramHead.read(document);
        List<Wallet> wallets = WalletReader.read(document);
        Map<String, EventShape> events = EventShapeReader.read(document);
        Channels channels = Channels.read(document, events);
        EventVocabularies vocabularies =
                new EventVocabularies(events, ProgramVariables.PROGRAM, ProgramVariables.MEMBER);
        Map<String, Reversal> reversals = ReversalReader.read(document, vocabularies);
        Map<String, Activation> activations = ActivationReader.read(document, vocabularies);
        Map<String, Silence> silences = SilenceReader.read(document, events);
        List<Metric> metrics = MetricReader.read(document, vocabularies);
        Set<String> walletIds = document.ids("wallets");
        List<Rule> rules = rules(vocabularies, wallets);
        List<Streak> streaks =
                StreakReader.read(
                        document, vocabularies, head.zone(), walletIds, document.ids("badges"));
        Set<String> broken = document.ids("metrics");
        metrics.forEach(metric -> broken.remove(metric.id()));
        Texts texts = Texts.in(document);
        Tiers tiers = TierReader.read(document, metrics, texts);
        ProgramVariables variables =
                new ProgramVariables(head.id(), head.zone(), metrics, broken, tiers);
        List<Challenge> challenges =
                ChallengeReader.read(
                        document, metrics, new ExpressionCompiler(variables.ofMembers()), texts);
        List<Badge> badges =
                BadgeReader.read(
                        document,
                        new ExpressionCompiler(variables.ofBadges()),
                        MetricObjects.metrics(metrics),
                        texts);
        MetricObjects.refuseAsMeasures(document, metrics);
        List<BudgetScope> budgets = BudgetReader.read(document, walletIds, rules);
        Exchanges.check(document, walletIds);
        List<Leaderboard> boards = LeaderboardReader.read(document, metrics);
        if (!problems.isEmpty()) {
            return new Compilation.Rejected(problems.list());
        }
        Program.Definition definition =
                new Program.Definition(
                        head.id(),
                        head.name(),
                        head.zone(),
                        head.lateness(),
                        head.retention(),
                        wallets,
                        events,
                        reversals,
                        activations,
                        silences,
                        metrics,
                        rules,
                        challenges,
                        badges,
                        streaks,
                        boards,
                        tiers,
                        budgets,
                        channels);
        List<Problem> warnings = new ProgramReview(definition, document).warnings();
        ProgramIndex index = new ProgramIndex(definition, vocabularies.schemas(), variables);
        return new Compilation.Compiled(new Program(definition, index), warnings);
    }
}
