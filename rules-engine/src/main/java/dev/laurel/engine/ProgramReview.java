package dev.laurel.engine;

import dev.laurel.engine.badges.Badge;
import dev.laurel.engine.budgets.BudgetScope;
import dev.laurel.engine.challenges.Challenge;
import dev.laurel.engine.challenges.Step;
import dev.laurel.engine.document.Problem;
import dev.laurel.engine.document.Problems;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.exchanges.Circles;
import dev.laurel.engine.exchanges.Exchanges;
import dev.laurel.engine.leaderboards.Leaderboard;
import dev.laurel.engine.leaderboards.Prize;
import dev.laurel.engine.leaderboards.RankedBy;
import dev.laurel.engine.metrics.Metric;
import dev.laurel.engine.rules.Award;
import dev.laurel.engine.rules.Rule;
import dev.laurel.engine.streaks.Streak.Milestone;
import dev.laurel.engine.tiers.Tiers;
import dev.laurel.engine.wallets.Wallet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for what is allowed in a program, but is seldom meant. */
final class ProgramReview {

    private final Program.Definition program;
    private final Section document;
    private final Problems warnings = new Problems();

    ProgramReview(Program.Definition program, Section document) {
        this.program = program;
        this.document = document;
    }

    List<Problem> warnings() {
        unusedMetrics();
        unpaidWallets();
        ungivenBadges();
        boardsThatFeedThemselves();
        unheardEvents();
        new RuleReview(program.rules(), document, warnings).review();
        unreachableSteps();
        winners();
        budgets();
        new NeverReview(program, document, warnings).review();
        new WaitReview(program, warnings).review();
        new LoopReview(program, warnings).review();
        Circles.review(document, warnings);
        new TierReview(program.tiers(), document.place("tiers"), warnings).review();
        return warnings.list();
    }

    private void unusedMetrics() {
        Set<String> used = new HashSet<>();
        program.badges().forEach(badge -> used.addAll(badge.metrics()));
        program.challenges()
                .forEach(c ->
                        c.measuredSteps().stream().map(Step.Measured::metric).forEach(used::add));
        for (Leaderboard board : program.leaderboards()) {
            if (board.of() instanceof RankedBy.Metric(String metric)) {
                used.add(metric);
            }
        }
        if (program.tiers().measure() instanceof Tiers.Measure.Metric(String metric)) {
            used.add(metric);
        }
        List<Metric> metrics = program.metrics();
        for (int i = 0; i < metrics.size(); i++) {
            if (!used.contains(metrics.get(i).id())) {
                warn(
                        "metrics",
                        i,
                        "Expected a challenge, a badge, a board or tiers to use the metric '%s', but none does.",
                        metrics.get(i).id());
            }
        }
    }

    private void unpaidWallets() {
        Set<String> paid = new HashSet<>();
        for (Rule rule : program.rules()) {
            rule.awards().stream().map(Award::wallet).forEach(paid::add);
        }
        program.challenges().forEach(challenge -> paid.addAll(challenge.points().keySet()));
        milestones().forEach(milestone -> paid.addAll(milestone.points().keySet()));
        program.tiers().levels().forEach(level -> paid.addAll(level.award().keySet()));
        prizes().forEach(prize -> paid.addAll(prize.points().keySet()));
        document.sections("exchanges").forEach(exchange -> paid.add(Exchanges.given(exchange)));
        List<Wallet> wallets = program.wallets();
        for (int i = 0; i < wallets.size(); i++) {
            if (!paid.contains(wallets.get(i).id())) {
                warn(
                        "wallets",
                        i,
                        "Expected a rule, a challenge, a streak, a tier, a board or an exchange to pay into '%s', but none does.",
                        wallets.get(i).id());
            }
        }
    }

    private void ungivenBadges() {
        Set<String> given = new HashSet<>();
        for (Challenge challenge : program.challenges()) {
            if (challenge.badge() != null) {
                given.add(challenge.badge());
            }
        }
        milestones().map(Milestone::badge).filter(Objects::nonNull).forEach(given::add);
        List<String> ids = List.copyOf(document.ids("badges"));
        prizes().map(Prize::badge).filter(Objects::nonNull).forEach(given::add);
        for (Badge badge : program.badges()) {
            if (badge.when() == null && !given.contains(badge.id())) {
                warn(
                        "badges",
                        ids.indexOf(badge.id()),
                        "Expected 'when', a challenge, a streak or a board to give the badge '%s', but there is none.",
                        badge.id());
            }
        }
    }

    private void boardsThatFeedThemselves() {
        Set<String> paid = new HashSet<>();
        program.challenges().forEach(challenge -> paid.addAll(challenge.points().keySet()));
        milestones().forEach(milestone -> paid.addAll(milestone.points().keySet()));
        program.tiers().levels().forEach(level -> paid.addAll(level.award().keySet()));
        prizes().forEach(prize -> paid.addAll(prize.points().keySet()));
        List<Leaderboard> boards = program.leaderboards();
        for (int i = 0; i < boards.size(); i++) {
            if (boards.get(i).of() instanceof RankedBy.Wallet(String wallet)
                    && paid.contains(wallet)) {
                warn(
                        "leaderboards",
                        i,
                        "Expected a wallet that only what is measured pays into, but challenges, streaks, tiers or prizes pay into '%s' as well, so awards move members up.",
                        wallet);
            }
        }
    }

    private void unheardEvents() {
        Set<String> heard = new HashSet<>(program.reversals().keySet());
        heard.addAll(program.activations().keySet());
        program.wallets().forEach(wallet -> heard.addAll(wallet.validity().activity()));
        program.rules().stream().map(Rule::on).forEach(heard::add);
        program.metrics().stream().map(Metric::on).forEach(heard::add);
        program.streaks().stream()
                .flatMap(streak -> streak.activities().stream())
                .map(activity -> activity.trigger().on())
                .forEach(heard::add);
        program.silences().values().forEach(silence -> heard.addAll(silence.without()));
        for (String type : program.events().keySet()) {
            if (!heard.contains(type)) {
                warnings.add(
                        document.place("events").child(type).pointer(),
                        "Expected a rule, a metric or a streak on '%s', but there is none."
                                .formatted(type));
            }
        }
    }

    private void unreachableSteps() {
        List<Challenge> challenges = program.challenges();
        for (int i = 0; i < challenges.size(); i++) {
            List<Step> steps = challenges.get(i).steps();
            for (int j = 0; j < steps.size(); j++) {
                String why = Reach.obstacle(steps.get(j), program.metrics());
                if (why != null) {
                    warnings.add(
                            document.place("challenges").child(i).child("steps").child(j).pointer(),
                            why);
                }
            }
        }
    }

    private void winners() {
        List<Challenge> challenges = program.challenges();
        for (int i = 0; i < challenges.size(); i++) {
            if (challenges.get(i).winners() != null) {
                warnings.add(
                        document.place("challenges").child(i).child("winners").pointer(),
                        "Expected awards that follow from what happened, but who is among the first %d of '%s' depends on the order in which events arrive."
                                .formatted(challenges.get(i).winners(), challenges.get(i).id()));
            }
        }
    }

    private void budgets() {
        List<BudgetScope> budgets = program.budgets();
        for (int i = 0; i < budgets.size(); i++) {
            warn(
                    "budgets",
                    i,
                    "Expected awards that follow from what happened, but who gets the last points of '%s' depends on the order in which events arrive.",
                    budgets.get(i).budget().id());
        }
    }

    private Stream<Milestone> milestones() {
        return program.streaks().stream().flatMap(streak -> streak.milestones().stream());
    }

    private Stream<Prize> prizes() {
        return program.leaderboards().stream().flatMap(board -> board.prizes().stream());
    }

    private void warn(String list, int index, String message, String about) {
        warnings.add(document.place(list).child(index).pointer(), message.formatted(about));
    }
}
