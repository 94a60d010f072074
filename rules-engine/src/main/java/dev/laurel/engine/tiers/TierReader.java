package dev.laurel.engine.tiers;

import dev.laurel.engine.document.Section;
import dev.laurel.engine.document.Texts;
import dev.laurel.engine.metrics.Metric;
import dev.laurel.engine.tiers.Tiers.Level;
import dev.laurel.engine.tiers.Tiers.Measure;
import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code tiers} of a program document. */
public final class TierReader {

    private static final Pattern PERIOD =
            Pattern.compile("P(?=\\d)(\\d{1,2}Y)?(\\d{1,3}M)?(\\d{1,3}W)?(\\d{1,4}D)?");
    private static final Pattern DAYS = Pattern.compile("P(\\d{1,3}D|\\d{1,2}W)");
    private static final Set<String> WINDOWS = Set.of("calendar-year", "lifetime");
    private static final int MOST_LEVELS = 50;
    private static final long MOST_POINTS = 1_000_000_000_000L;

    private final Set<String> wallets;
    private final Set<String> metricIds;
    private final List<Metric> metrics;
    private final Texts texts;

    private TierReader(Section document, List<Metric> metrics, Texts texts) {
        this.wallets = document.ids("wallets");
        this.metricIds = document.ids("metrics");
        this.metrics = metrics;
        this.texts = texts;
    }

    /**
     * Reads them; {@link Tiers#NONE} where there are none.
     *
     * @param metrics those metrics of the program that are well-formed
     */
    public static Tiers read(Section document, List<Metric> metrics, Texts texts) {
        Section section = document.section("tiers");
        return section == null
                ? Tiers.NONE
                : new TierReader(document, metrics, texts).read(section);
    }

    private Tiers read(Section section) {
        section.words(
                Set.of("wallet", "metric", "window", "levels", "downgrade", "notice"), Set.of());
        Measure measure = measure(section);
        window(section);
        notice(section);
        List<Level> levels = levels(section);
        Section downgrade = section.section("downgrade");
        boolean oneLevel = false;
        Period grace = Period.ZERO;
        if (downgrade != null) {
            downgrade.words(Set.of("by", "grace"), Set.of());
            oneLevel =
                    downgrade
                            .choice("by", Set.of("one-level", "to-earned"), Set.of(), "to-earned")
                            .equals("one-level");
            grace = grace(downgrade);
        }
        return measure == null ? Tiers.NONE : new Tiers(measure, levels, oneLevel, grace);
    }

    private @Nullable Measure measure(Section section) {
        if (section.has("wallet") == section.has("metric")) {
            section.problem(
                    "Expected either 'wallet' or 'metric', but there %s."
                            .formatted(section.has("wallet") ? "are both" : "is neither"));
            return null;
        }
        if (section.has("metric")) {
            return metric(section);
        }
        String wallet = section.reference("wallet", "wallet", wallets);
        return wallet == null ? null : new Measure.Wallet(wallet);
    }

    private @Nullable Measure metric(Section section) {
        String id = section.reference("metric", "metric", metricIds);
        for (Metric metric : metrics) {
            if (metric.id().equals(id)) {
                if (metric.per() != null || !metric.isSumOfDays()) {
                    section.problem(
                            "metric",
                            "Expected a count or a sum with one value for each member, as tiers add up days, but '%s' is something else."
                                    .formatted(id));
                }
                return new Measure.Metric(metric.id());
            }
        }
        return null;
    }

    private static void window(Section section) {
        String window = section.requiredText("window");
        if (window != null && !WINDOWS.contains(window)) {
            Period period = period(window);
            if (period == null || period.isZero()) {
                section.problem(
                        "window",
                        "Expected a period of years, months, weeks or days such as P12M, 'calendar-year' or 'lifetime', but it was '%s'."
                                .formatted(window));
            }
        }
    }

    private static void notice(Section section) {
        String notice = section.text("notice");
        if (notice != null && (!DAYS.matcher(notice).matches() || Period.parse(notice).isZero())) {
            section.problem(
                    "notice",
                    "Expected whole days or weeks such as P30D, but it was '%s'."
                            .formatted(notice));
        }
    }

    private static Period grace(Section downgrade) {
        String text = downgrade.text("grace");
        Period grace = text == null ? Period.ZERO : period(text);
        if (grace == null) {
            downgrade.problem(
                    "grace",
                    "Expected a period of years, months, weeks or days such as P30D, but it was '%s'."
                            .formatted(text));
            return Period.ZERO;
        }
        return grace;
    }

    private static @Nullable Period period(String text) {
        try {
            return PERIOD.matcher(text).matches() ? Period.parse(text) : null;
        } catch (DateTimeException tooLarge) {
            return null;
        }
    }

    private List<Level> levels(Section section) {
        List<Section> sections = section.sections("levels");
        if (sections.isEmpty() || sections.size() > MOST_LEVELS) {
            section.problem(
                    "levels",
                    "Expected 1 to %d levels, but there are %d."
                            .formatted(MOST_LEVELS, sections.size()));
        }
        Set<String> taken = new HashSet<>();
        List<Level> levels = new ArrayList<>();
        long least = -1;
        for (Section level : sections) {
            level.words(Set.of("id", "name", "at", "award", "perks"), Set.of());
            String id = level.newId(taken);
            String name = texts.read(level, "name");
            long at = at(level, least);
            Object perks = level.value("perks");
            if (perks != null && !(perks instanceof List<?>)) {
                level.problem(
                        "perks", "Expected a list, but it was %s.".formatted(Section.shown(perks)));
            }
            Map<String, Long> award = award(level);
            least = Math.max(least, at);
            if (id != null) {
                levels.add(new Level(id, name == null ? id : name, at, award));
            }
        }
        return levels;
    }

    private static long at(Section level, long least) {
        if (!level.has("at")) {
            level.problem("Expected 'at', but it is missing.");
            return least;
        }
        Long at = level.whole("at");
        if (at != null && (at < 0 || at > MOST_POINTS)) {
            level.problem("at", "Expected 0 to %d, but it was %d.".formatted(MOST_POINTS, at));
            return least;
        }
        if (at != null && at <= least) {
            level.problem(
                    "at",
                    "Expected more than the level before, %d, but it was %d.".formatted(least, at));
        }
        return at == null ? least : at;
    }

    private Map<String, Long> award(Section level) {
        Map<String, Long> award = new LinkedHashMap<>();
        Section section = level.section("award");
        if (section == null) {
            return award;
        }
        for (String wallet : section.keys()) {
            if (!wallets.contains(wallet)) {
                section.unknown(section.place(wallet), "wallet", wallet, wallets);
                continue;
            }
            Long points = section.whole(wallet);
            if (points != null && (points < 1 || points > MOST_POINTS)) {
                section.problem(
                        wallet,
                        "Expected 1 to %d points, but it was %d.".formatted(MOST_POINTS, points));
            } else if (points != null) {
                award.put(wallet, points);
            }
        }
        return award;
    }
}
