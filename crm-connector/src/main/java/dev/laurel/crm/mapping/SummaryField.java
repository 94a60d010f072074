package dev.laurel.crm.mapping;

import static java.util.stream.Collectors.joining;

import dev.laurel.crm.profiles.BadgeState;
import dev.laurel.crm.profiles.Profile;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** A value that sums all badges or all challenges up. */
enum SummaryField implements MemberField {
    BADGE_COUNT("badges.count", FieldType.INTEGER),
    BADGE_LIST("badges.list", FieldType.TEXT),
    LATEST_BADGE("badges.latest", FieldType.TEXT),
    LATEST_BADGE_SINCE("badges.latestSince", FieldType.INSTANT),
    ACTIVE_CHALLENGES("challenges.active", FieldType.INTEGER),
    COMPLETED_CHALLENGES("challenges.completed", FieldType.INTEGER),
    CHALLENGE_LIST("challenges.list", FieldType.TEXT);

    private final String written;
    private final FieldType type;

    SummaryField(String written, FieldType type) {
        this.written = written;
        this.type = type;
    }

    static Optional<MemberField> of(String name) {
        for (SummaryField field : values()) {
            if (field.written.equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    @Override
    public String written() {
        return written;
    }

    @Override
    public FieldType type() {
        return type;
    }

    @Override
    public String text(Profile profile) {
        return switch (this) {
            case BADGE_COUNT -> Long.toString(badges(profile));
            case BADGE_LIST -> badgeList(profile);
            case LATEST_BADGE -> latest(profile).map(Map.Entry::getKey).orElse("");
            case LATEST_BADGE_SINCE ->
                    latest(profile).map(it -> Texts.instant(it.getValue().since())).orElse("");
            case ACTIVE_CHALLENGES -> Long.toString(challenges(profile, false));
            case COMPLETED_CHALLENGES -> Long.toString(challenges(profile, true));
            case CHALLENGE_LIST -> challengeList(profile);
        };
    }

    private static long badges(Profile profile) {
        return profile.badges().values().stream().filter(BadgeState::held).count();
    }

    private static String badgeList(Profile profile) {
        return Texts.cut(
                profile.badges().entrySet().stream()
                        .filter(badge -> badge.getValue().held())
                        .map(Map.Entry::getKey)
                        .sorted()
                        .collect(joining("; ")));
    }

    private static Optional<Map.Entry<String, BadgeState>> latest(Profile profile) {
        return profile.badges().entrySet().stream()
                .filter(badge -> badge.getValue().held())
                .max(
                        Comparator.comparing(
                                        (Map.Entry<String, BadgeState> it) -> it.getValue().since())
                                .thenComparing(Map.Entry::getKey));
    }

    private static long challenges(Profile profile, boolean completed) {
        return profile.challenges().values().stream()
                .filter(it -> it.completed() == completed)
                .count();
    }

    private static String challengeList(Profile profile) {
        return Texts.cut(
                profile.challenges().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(it ->
                                it.getKey()
                                        + (it.getValue().completed()
                                                ? " done"
                                                : " " + Texts.percent(it.getValue()) + "%"))
                        .collect(joining("; ")));
    }
}
