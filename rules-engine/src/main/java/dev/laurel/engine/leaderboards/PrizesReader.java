package dev.laurel.engine.leaderboards;

import dev.laurel.engine.document.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code prizes} of a leaderboard. */
final class PrizesReader {

    private static final Pattern PLACES = Pattern.compile("([1-9]\\d{0,4})(?:-([1-9]\\d{0,4}))?");
    private static final int LAST_PLACE = 10_000;
    private static final long MOST_POINTS = 1_000_000_000_000L;
    private static final String BADGE = "badge";

    private final Section board;
    private final Set<String> wallets;
    private final Set<String> badges;

    private PrizesReader(Section board, Set<String> wallets, Set<String> badges) {
        this.board = board;
        this.wallets = wallets;
        this.badges = badges;
    }

    /** Reads them, given the ids of wallets and badges. */
    static List<Prize> read(
            Section board, boolean byTeam, Set<String> wallets, Set<String> badges) {
        List<Section> sections = board.sections("prizes");
        if (!sections.isEmpty() && !board.has("seal")) {
            board.problem(
                    "prizes",
                    "Expected 'seal' with 'prizes', which are given when a period is sealed, but there is none.");
        }
        if (!sections.isEmpty() && byTeam) {
            board.problem("prizes", "Expected a board of members for prizes, but it ranks teams.");
        }
        PrizesReader reader = new PrizesReader(board, wallets, badges);
        List<Prize> prizes = new ArrayList<>();
        for (Section section : sections) {
            Prize prize = reader.prize(section, prizes);
            if (prize != null) {
                prizes.add(prize);
            }
        }
        return prizes;
    }

    private @Nullable Prize prize(Section section, List<Prize> before) {
        section.words(Set.of("places", "award"), Set.of());
        Map<String, Long> points = new LinkedHashMap<>();
        String badge = award(section, points);
        int[] places = places(section);
        if (places.length == 0) {
            return null;
        }
        Prize prize = new Prize(places[0], places[1], points, badge);
        before.stream()
                .filter(each -> each.first() <= prize.last() && prize.first() <= each.last())
                .findFirst()
                .ifPresent(each ->
                        section.problem(
                                "places",
                                "Expected places that no other prize is for, but %d-%d has some of them."
                                        .formatted(each.first(), each.last())));
        return prize;
    }

    /** The first and the last, nothing where there is a problem. */
    private static int[] places(Section section) {
        if (!section.has("places")) {
            section.problem("Expected 'places', but it is missing.");
            return new int[0];
        }
        String text = String.valueOf(section.value("places"));
        Matcher matcher = PLACES.matcher(text);
        if (matcher.matches()) {
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            if (first <= last && last <= LAST_PLACE) {
                return new int[] {first, last};
            }
        }
        section.problem(
                "places",
                "Expected a place such as 1 or a range such as 2-10, up to %d, but it was %s."
                        .formatted(LAST_PLACE, Section.shown(section.value("places"))));
        return new int[0];
    }

    /** Puts the points into the map and gives the badge. */
    private @Nullable String award(Section section, Map<String, Long> points) {
        if (!section.has("award")) {
            section.problem("Expected 'award', but it is missing.");
            return null;
        }
        Section award = section.section("award");
        if (award == null) {
            return null;
        }
        if (award.keys().isEmpty()) {
            award.problem("Expected points or a badge, but there are none.");
        }
        for (String wallet : award.keys()) {
            if (!wallet.equals(BADGE)) {
                points(award, wallet, points);
            }
        }
        if (!award.has(BADGE)) {
            return null;
        }
        if (board.value("of") instanceof Map<?, ?> of && of.containsKey("badges")) {
            award.problem(
                    BADGE,
                    "Expected points only, but the board ranks by badges, so prizes would move members up.");
        }
        return award.reference(BADGE, "badge", badges);
    }

    private void points(Section award, String wallet, Map<String, Long> points) {
        if (!wallets.contains(wallet)) {
            award.unknown(award.place(wallet), "wallet", wallet, wallets);
            return;
        }
        if (wallet.equals(board.value("of"))) {
            award.problem(
                    wallet,
                    "Expected a wallet other than the one that the board ranks by, but '%s' is that one, so prizes would move members up."
                            .formatted(wallet));
        }
        Long number = award.whole(wallet);
        if (number != null && (number < 1 || number > MOST_POINTS)) {
            award.problem(
                    wallet,
                    "Expected 1 to %d points, but it was %d.".formatted(MOST_POINTS, number));
        } else if (number != null) {
            points.put(wallet, number);
        }
    }
}
