package dev.laurel.cli.simulate;

import dev.laurel.engine.decisions.RuleDecision.Outcome;
import dev.laurel.simulation.Comparison;
import dev.laurel.simulation.Forecast;
import dev.laurel.simulation.ForecastFields;
import dev.laurel.simulation.MemberForecast;
import dev.laurel.simulation.MostMoved;
import dev.laurel.simulation.Movement;
import dev.laurel.simulation.RuleFigures;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A simulation's result as tables for people. */
final class SimulationText {

    private static final int SHOWN_REASONS = 3;

    private final PrintWriter out;

    SimulationText(PrintWriter out) {
        this.out = out;
    }

    void print(SimulationResult result) {
        Forecast forecast = result.forecast();
        out.println(
                String.format(
                        Locale.ROOT,
                        "%s: %,d events, %,d members, %,d of them with points, badges or challenges; read in %.1f s, decided in %.1f s (%,.0f per second).",
                        forecast.program(),
                        forecast.events(),
                        forecast.members().size(),
                        forecast.touched(),
                        result.reading().toMillis() / 1e3,
                        result.deciding().toMillis() / 1e3,
                        result.rate()));
        out.println("Decisions: " + decisions(forecast) + ".");
        points(forecast);
        rules(forecast);
        others(forecast);
        reasons(forecast);
        if (result.comparison() == null) {
            members(forecast, result.top());
        } else {
            comparison(forecast, result.comparison(), result.top());
        }
    }

    private static String decisions(Forecast forecast) {
        return forecast.decisions().entrySet().stream()
                .map(each ->
                        String.format(
                                Locale.ROOT,
                                "%,d %s",
                                each.getValue(),
                                ForecastFields.word(each.getKey())))
                .collect(Collectors.joining(", "));
    }

    private void points(Forecast forecast) {
        Table table = new Table("Points", "mechanic", "wallet", "given", "taken", "net");
        forecast.wallets().forEach((wallet, moved) -> row(table, "all", wallet, moved));
        forecast.mechanics()
                .forEach((mechanic, wallets) ->
                        wallets.forEach((wallet, moved) -> row(table, mechanic, wallet, moved)));
        table.print(out);
    }

    private static void row(Table table, String mechanic, String wallet, Movement moved) {
        table.row(mechanic, wallet, moved.given(), moved.taken(), moved.net());
    }

    /** With a column for every outcome that some rule had. */
    private void rules(Forecast forecast) {
        List<Outcome> outcomes =
                Arrays.stream(Outcome.values())
                        .filter(outcome ->
                                forecast.rules().stream().anyMatch(rule -> rule.times(outcome) > 0))
                        .toList();
        List<String> columns = new ArrayList<>(List.of("rule"));
        outcomes.forEach(outcome -> columns.add(ForecastFields.word(outcome)));
        columns.add("kept back by limits");
        Table table = new Table("Rules", columns.toArray(String[]::new));
        for (RuleFigures rule : forecast.rules()) {
            List<Object> cells = new ArrayList<>(List.of(rule.rule()));
            outcomes.forEach(outcome -> cells.add(rule.times(outcome)));
            cells.add(rule.trimmed().values().stream().mapToLong(Long::longValue).sum());
            table.row(cells.toArray());
        }
        table.print(out);
    }

    private void others(Forecast forecast) {
        Table challenges = new Table("Challenges", "challenge", "completed", "reopened");
        forecast.challenges()
                .forEach(each ->
                        challenges.row(each.challenge(), each.completions(), each.reopenings()));
        challenges.print(out);
        Table badges = new Table("Badges", "badge", "issued", "revoked", "members");
        forecast.badges()
                .forEach(each ->
                        badges.row(each.badge(), each.issued(), each.revoked(), each.members()));
        badges.print(out);
        Table budgets =
                new Table(
                        "Budgets",
                        "budget",
                        "wallet",
                        "amount",
                        "used",
                        "awards cut",
                        "points short",
                        "first short");
        forecast.budgets()
                .forEach(each ->
                        budgets.row(
                                each.budget(),
                                each.wallet(),
                                each.amount(),
                                each.used(),
                                each.shortAwards(),
                                each.shortPoints(),
                                each.exhaustedAt() == null ? "" : each.exhaustedAt()));
        budgets.print(out);
        Table tiers = new Table("Tiers", "tier", "members", "rose to it", "fell to it");
        forecast.tiers()
                .forEach(each ->
                        tiers.row(each.tier(), each.members(), each.raised(), each.lowered()));
        tiers.print(out);
        Table emitted = new Table("Events about silent members", "type", "emitted");
        forecast.emitted().forEach(emitted::row);
        emitted.print(out);
    }

    private void reasons(Forecast forecast) {
        Table table = new Table("Why not", "where", "times", "reason");
        reasons(table, "door", forecast.refusals());
        forecast.rules().forEach(rule -> reasons(table, "rule:" + rule.rule(), rule.reasons()));
        forecast.failures().forEach((mechanic, reasons) -> reasons(table, mechanic, reasons));
        table.print(out);
    }

    private static void reasons(Table table, String where, Map<String, Long> reasons) {
        reasons.entrySet().stream()
                .limit(SHOWN_REASONS)
                .forEach(each -> table.row(where, each.getValue(), each.getKey()));
    }

    private void members(Forecast forecast, int top) {
        Table table = new Table("Members with the most points", "member", "points", "badges");
        for (MemberForecast member : MostMoved.of(forecast, top)) {
            table.row(
                    member.member(),
                    member.balances().entrySet().stream()
                            .map(each ->
                                    String.format(
                                            Locale.ROOT, "%,d %s", each.getValue(), each.getKey()))
                            .collect(Collectors.joining(", ")),
                    member.badges().entrySet().stream()
                            .map(each ->
                                    each.getValue() == 1
                                            ? each.getKey()
                                            : each.getValue() + " " + each.getKey())
                            .collect(Collectors.joining(", ")));
        }
        table.print(out);
    }

    private void comparison(Forecast forecast, Comparison comparison, int top) {
        Map<String, Movement> live = comparison.live().wallets();
        Table wallets =
                new Table(
                        "Against " + comparison.live().program(),
                        "",
                        "there",
                        "here",
                        "difference");
        forecast.wallets()
                .forEach((wallet, here) -> {
                    long there = live.containsKey(wallet) ? live.get(wallet).net() : 0;
                    wallets.row(wallet, there, here.net(), here.net() - there);
                });
        wallets.print(out);
        Table more = new Table("How many more", "", "more");
        more.row("members with more points", comparison.gaining());
        more.row("members with fewer points", comparison.losing());
        comparison.badges().forEach((badge, number) -> more.row("badge:" + badge, number));
        comparison
                .challenges()
                .forEach((challenge, number) -> more.row("challenge:" + challenge, number));
        comparison.tiers().forEach((tier, number) -> more.row("tier:" + tier, number));
        more.print(out);
        Table members =
                new Table(
                        "Members most affected", "member", "wallet", "there", "here", "difference");
        comparison.changes().stream()
                .limit(top)
                .forEach(each ->
                        members.row(
                                each.member(),
                                each.wallet(),
                                each.live(),
                                each.draft(),
                                each.difference()));
        members.print(out);
    }
}
