package dev.laurel.engine.streaks;

import dev.laurel.engine.document.Section;
import dev.laurel.engine.streaks.Streak.Milestone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the {@code milestones} of a streak: awards by length. */
final class MilestoneReader {

    /** Four digits: the days of 27 years. */
    private static final String LENGTH_PATTERN = "[1-9][0-9]{0,3}";

    private final Set<String> wallets;
    private final Set<String> badges;

    MilestoneReader(Set<String> wallets, Set<String> badges) {
        this.wallets = wallets;
        this.badges = badges;
    }

    List<Milestone> read(Section streak) {
        Section section = streak.section("milestones");
        List<Milestone> milestones = new ArrayList<>();
        if (section == null) {
            return milestones;
        }
        if (section.keys().isEmpty()) {
            section.problem("Expected at least one length with its award, but there is none.");
        }
        for (String length : section.keys()) {
            if (!length.matches(LENGTH_PATTERN)) {
                section.problem(
                        length,
                        "Expected a length of 1 to 9999, but it was '%s'.".formatted(length));
                continue;
            }
            Section award = section.section(length);
            if (award == null) {
                if (!section.has(length)) {
                    section.problem(length, "Expected points or a badge, but there are none.");
                }
                continue;
            }
            milestones.add(milestone(Integer.parseInt(length), award));
        }
        milestones.sort(Comparator.comparingInt(Milestone::length));
        return milestones;
    }

    private Milestone milestone(int length, Section award) {
        if (award.keys().isEmpty()) {
            award.problem("Expected points or a badge, but there are none.");
        }
        Map<String, Long> points = new LinkedHashMap<>();
        for (String wallet : award.keys()) {
            if (wallet.equals("badge")) {
                continue;
            }
            if (!wallets.contains(wallet)) {
                award.unknown(award.place(wallet), "wallet", wallet, wallets);
            }
            Long number = award.whole(wallet);
            if (number != null && number < 1) {
                award.problem(wallet, "Expected at least 1, but it was %d.".formatted(number));
            } else if (number != null) {
                points.put(wallet, number);
            }
        }
        String badge = award.has("badge") ? award.reference("badge", "badge", badges) : null;
        return new Milestone(length, points, badge);
    }
}
