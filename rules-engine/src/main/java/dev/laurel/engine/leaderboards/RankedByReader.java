package dev.laurel.engine.leaderboards;

import dev.laurel.engine.document.Section;
import dev.laurel.engine.metrics.Metric;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code of} of a leaderboard. */
final class RankedByReader {

    private static final List<String> KINDS = List.of("metric", "streak", "badges");

    private final Set<String> wallets;
    private final Set<String> metricIds;
    private final Map<String, Metric> metrics;
    private final Set<String> streaks;

    /**
     * @param document the program, which says what there is
     * @param metrics those metrics that are well-formed
     */
    RankedByReader(Section document, List<Metric> metrics) {
        this.wallets = document.ids("wallets");
        this.metricIds = document.ids("metrics");
        this.metrics =
                metrics.stream()
                        .collect(Collectors.toMap(Metric::id, Function.identity(), (a, _) -> a));
        this.streaks = document.ids("streaks");
    }

    @Nullable RankedBy read(Section board, Leaderboard.Period period) {
        if (!(board.value("of") instanceof Map<?, ?>)) {
            String wallet = board.reference("of", "wallet", wallets);
            return wallet == null ? null : new RankedBy.Wallet(wallet);
        }
        Section of = board.section("of");
        return of == null ? null : read(board, of, period);
    }

    private @Nullable RankedBy read(Section board, Section of, Leaderboard.Period period) {
        of.words(Set.of("metric", "streak", "length", "badges"), Set.of());
        List<String> kinds = KINDS.stream().filter(of::has).toList();
        if (kinds.size() != 1) {
            of.problem("Expected one of %s, but there are %d.".formatted(KINDS, kinds.size()));
            return null;
        }
        if (of.has("length") && !of.has("streak")) {
            of.problem("length", "Expected 'length' with 'streak' only, but it is without.");
        }
        if (board.value("by") instanceof String by && by.equals("team")) {
            board.problem(
                    "by",
                    "Expected a board of a wallet to rank teams, but it is of something else.");
        }
        return switch (kinds.getFirst()) {
            case "metric" -> metric(of, period);
            case "streak" -> streak(board, of, period);
            default -> badges(of);
        };
    }

    private @Nullable RankedBy metric(Section of, Leaderboard.Period period) {
        String id = of.reference("metric", "metric", metricIds);
        Metric metric = id == null ? null : metrics.get(id);
        if (metric == null) {
            return null;
        }
        if (metric.per() != null) {
            of.problem(
                    "metric",
                    "Expected a metric with one value for each member, but '%s' has one for each object."
                            .formatted(id));
        }
        if (period != Leaderboard.Period.ALL_TIME && !metric.isSumOfDays()) {
            of.problem(
                    "metric",
                    "Expected a count or a sum for a board with a period, as what others say of some days does not add up, but '%s' is neither. It can be ranked over all time."
                            .formatted(id));
        }
        return new RankedBy.Metric(metric.id());
    }

    private @Nullable RankedBy streak(Section board, Section of, Leaderboard.Period period) {
        String id = of.reference("streak", "streak", streaks);
        String length = of.choice("length", Set.of("current", "longest"), Set.of(), "current");
        if (period != Leaderboard.Period.ALL_TIME) {
            board.problem(
                    "period",
                    "Expected 'all-time' for a board of a streak, which has a length at any time and none in a period, but it was '%s'."
                            .formatted(period.word()));
        }
        return id == null ? null : new RankedBy.Streak(id, length.equals("longest"));
    }

    private static RankedBy badges(Section of) {
        of.choice("badges", Set.of("held"), Set.of(), "held");
        return new RankedBy.Badges();
    }
}
