package dev.laurel.engine.leaderboards;

import dev.laurel.engine.document.Section;
import dev.laurel.engine.metrics.Metric;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the {@code leaderboards} of a program document. */
public final class LeaderboardReader {

    private static final long DEFAULT_TOP = 100;
    private static final long MOST_TOP = 1_000;

    private LeaderboardReader() {}

    /** Reads them, given those metrics of the program that are well-formed. */
    public static List<Leaderboard> read(Section document, List<Metric> metrics) {
        Set<String> taken = new HashSet<>();
        RankedByReader rankedBy = new RankedByReader(document, metrics);
        List<Leaderboard> boards = new ArrayList<>();
        for (Section section : document.sections("leaderboards")) {
            Leaderboard board = read(section, taken, rankedBy, document);
            if (board != null) {
                boards.add(board);
            }
        }
        return boards;
    }

    private static @Nullable Leaderboard read(
            Section section, Set<String> taken, RankedByReader rankedBy, Section document) {
        section.words(
                Set.of(
                        "id",
                        "name",
                        "of",
                        "by",
                        "audience",
                        "period",
                        "seasons",
                        "ties",
                        "top",
                        "seal",
                        "prizes",
                        "leagues"),
                Set.of());
        String id = section.newId(taken);
        String name = section.text("name");
        Leaderboard.Period period = period(section);
        RankedBy of = rankedBy.read(section, period);
        SeasonsReader.check(section, period);
        SealReader.check(section, period);
        boolean byTeam =
                section.choice("by", Set.of("member", "team"), Set.of(), "member").equals("team");
        AudienceReader.check(section, byTeam);
        List<Prize> prizes =
                PrizesReader.read(section, byTeam, document.ids("wallets"), document.ids("badges"));
        LeaguesReader.check(section, period, byTeam);
        section.choice("ties", Set.of("first-to-reach", "shared"), Set.of(), "first-to-reach");
        Long top = section.whole("top");
        if (top != null && (top < 1 || top > MOST_TOP)) {
            section.problem("top", "Expected 1 to %d, but it was %d.".formatted(MOST_TOP, top));
            top = null;
        }
        return id == null || of == null
                ? null
                : new Leaderboard(
                        id,
                        name == null ? id : name,
                        of,
                        period,
                        byTeam,
                        Math.toIntExact(top == null ? DEFAULT_TOP : top),
                        prizes);
    }

    private static Leaderboard.Period period(Section section) {
        if (section.value("period") instanceof Map<?, ?>) {
            WindowReader.check(section);
            return Leaderboard.Period.ROLLING;
        }
        Map<String, Leaderboard.Period> words = new TreeMap<>();
        for (Leaderboard.Period period : Leaderboard.Period.values()) {
            if (period != Leaderboard.Period.ROLLING) {
                words.put(period.word(), period);
            }
        }
        String word =
                section.choice(
                        "period", words.keySet(), Set.of(), Leaderboard.Period.ALL_TIME.word());
        return words.getOrDefault(word, Leaderboard.Period.ALL_TIME);
    }
}
