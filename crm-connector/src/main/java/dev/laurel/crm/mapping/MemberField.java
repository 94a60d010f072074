package dev.laurel.crm.mapping;

import dev.laurel.crm.profiles.Profile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One value of a member's profile, known by a name such as {@code wallets.stars.available}. New
 * mechanics are new names.
 */
public interface MemberField {

    /** The names that can be read, for those who wrote another one. */
    String NAMES =
            "wallets.<id>.available, wallets.<id>.lifetime, badges.count, badges.list,"
                    + " badges.latest, badges.latestSince, challenges.active, challenges.completed,"
                    + " challenges.list, challenges.<id>.progress, challenges.<id>.completed,"
                    + " streaks.<id>.length, streaks.<id>.longest, streaks.<id>.endsAt,"
                    + " tier, tier.fallsOn, tier.fallsTo, lastActivity or revision";

    /** How it is written in a mapping. */
    String written();

    FieldType type();

    /** The value as text, {@code ""} for none. */
    String text(Profile profile);

    /** Whether a change of it is worth a call; the others go along with those that are. */
    default boolean isNews() {
        return true;
    }

    /** The field of that name. */
    static Optional<MemberField> parse(String name) {
        List<String> words = List.of(name.split(Pattern.quote("."), -1));
        return switch (words.size()) {
            case 1 -> SingleField.of(name).or(() -> TierField.of(name));
            case 2 -> SummaryField.of(name).or(() -> TierField.of(name));
            case 3 -> entry(words);
            default -> Optional.empty();
        };
    }

    private static Optional<MemberField> entry(List<String> words) {
        String id = words.get(1);
        return id.isEmpty()
                ? Optional.empty()
                : switch (words.get(0)) {
                    case "wallets" -> WalletField.of(id, words.get(2));
                    case "challenges" -> ChallengeField.of(id, words.get(2));
                    case "streaks" -> StreakField.of(id, words.get(2));
                    default -> Optional.empty();
                };
    }
}
