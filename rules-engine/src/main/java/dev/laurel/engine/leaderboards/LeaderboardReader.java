package dev.laurel.engine.leaderboards;

import dev.laurel.engine.document.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code leaderboards} of a program document. */
public final class LeaderboardReader {

    private static final long DEFAULT_TOP = 100;
    private static final long MOST_TOP = 1_000;

    private LeaderboardReader() {}

    /** Reads them, given the ids of the wallets that they can rank by. */
    public static List<Leaderboard> read(Section document, Set<String> wallets) {
        Set<String> taken = new HashSet<>();
        List<Leaderboard> boards = new ArrayList<>();
        for (Section section : document.sections("leaderboards")) {
            Leaderboard board = read(section, taken, wallets);
            if (board != null) {
                boards.add(board);
            }
        }
        return boards;
    }

    private static @Nullable Leaderboard read(
            Section section, Set<String> taken, Set<String> wallets) {
        section.words(
                Set.of("id", "name", "of", "by", "period", "ties", "top"),
                Set.of("seal", "audience"));
        String id = section.newId(taken);
        String name = section.text("name");
        String of = section.reference("of", "wallet", wallets);
        boolean monthly =
                section.choice(
                                "period",
                                Set.of("all-time", "month"),
                                Set.of("day", "week", "year", "season"),
                                "all-time")
                        .equals("month");
        boolean byTeam =
                section.choice("by", Set.of("member", "team"), Set.of(), "member").equals("team");
        section.choice("ties", Set.of("first-to-reach"), Set.of("shared"), "first-to-reach");
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
                        monthly ? Leaderboard.Period.MONTH : Leaderboard.Period.ALL_TIME,
                        byTeam,
                        Math.toIntExact(top == null ? DEFAULT_TOP : top));
    }
}
