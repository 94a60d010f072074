package dev.laurel.badges.catalogue.web;

import dev.laurel.badges.catalogue.Badge;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A badge that members can get.
 *
 * @param holders how many members have it now
 * @param rarity their share of all members that any decision was about, from 0 to 1, to four
 *     places; 0 while there are no members
 * @param image address of its picture
 */
record BadgeView(
        String id,
        String name,
        @Nullable String description,
        @Nullable String criteria,
        boolean hidden,
        long holders,
        double rarity,
        String image) {

    private static final double PLACES = 10_000;

    static BadgeView of(String program, Badge badge, Map<String, Long> holders, long members) {
        long having = holders.getOrDefault(badge.id(), 0L);
        return new BadgeView(
                badge.id(),
                badge.name(),
                badge.description(),
                badge.criteria(),
                badge.hidden(),
                having,
                members == 0 ? 0 : Math.round(PLACES * having / members) / PLACES,
                "/v1/programs/%s/badges/%s/image".formatted(program, badge.id()));
    }
}
