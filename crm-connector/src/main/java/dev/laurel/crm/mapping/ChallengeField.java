package dev.laurel.crm.mapping;

import dev.laurel.crm.profiles.ChallengeProgress;
import dev.laurel.crm.profiles.Profile;
import java.util.Optional;

/** How far a member is in one challenge. */
record ChallengeField(String challenge, Measure measure) implements MemberField {

    /** What is said of it. */
    enum Measure {
        /** In percent, 100 when it is complete. */
        PROGRESS,
        COMPLETED
    }

    static Optional<MemberField> of(String challenge, String measure) {
        return switch (measure) {
            case "progress" -> Optional.of(new ChallengeField(challenge, Measure.PROGRESS));
            case "completed" -> Optional.of(new ChallengeField(challenge, Measure.COMPLETED));
            default -> Optional.empty();
        };
    }

    @Override
    public String written() {
        return "challenges.%s.%s"
                .formatted(
                        challenge,
                        switch (measure) {
                            case PROGRESS -> "progress";
                            case COMPLETED -> "completed";
                        });
    }

    @Override
    public FieldType type() {
        return switch (measure) {
            case PROGRESS -> FieldType.INTEGER;
            case COMPLETED -> FieldType.BOOLEAN;
        };
    }

    @Override
    public String text(Profile profile) {
        ChallengeProgress progress = profile.challenges().get(challenge);
        return switch (measure) {
            case PROGRESS -> progress == null ? "0" : Long.toString(Texts.percent(progress));
            case COMPLETED -> Boolean.toString(progress != null && progress.completed());
        };
    }
}
