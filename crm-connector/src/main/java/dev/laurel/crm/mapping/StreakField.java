package dev.laurel.crm.mapping;

import dev.laurel.crm.profiles.Profile;
import dev.laurel.crm.profiles.StreakState;
import java.util.Optional;

/** How a streak of a member stands; one without activity has no length. */
record StreakField(String streak, Measure measure) implements MemberField {

    /** What is said of it. */
    enum Measure {
        LENGTH("length"),
        LONGEST("longest"),
        ENDS_AT("endsAt");

        private final String word;

        Measure(String word) {
            this.word = word;
        }
    }

    static Optional<MemberField> of(String streak, String word) {
        for (Measure measure : Measure.values()) {
            if (measure.word.equals(word)) {
                return Optional.of(new StreakField(streak, measure));
            }
        }
        return Optional.empty();
    }

    @Override
    public String written() {
        return "streaks.%s.%s".formatted(streak, measure.word);
    }

    @Override
    public FieldType type() {
        return switch (measure) {
            case LENGTH, LONGEST -> FieldType.INTEGER;
            case ENDS_AT -> FieldType.INSTANT;
        };
    }

    @Override
    public String text(Profile profile) {
        StreakState state = profile.streaks().getOrDefault(streak, StreakState.NONE);
        return switch (measure) {
            case LENGTH -> Integer.toString(state.length());
            case LONGEST -> Integer.toString(state.longest());
            case ENDS_AT -> Texts.instant(state.endsAt());
        };
    }
}
