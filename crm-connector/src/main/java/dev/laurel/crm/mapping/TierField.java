package dev.laurel.crm.mapping;

import dev.laurel.crm.profiles.Profile;
import dev.laurel.crm.profiles.TierState;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was told of a member's tier. Days are texts: they are days wherever they are read. */
enum TierField implements MemberField {
    TIER("tier"),
    FALLS_ON("tier.fallsOn"),
    FALLS_TO("tier.fallsTo");

    private final String written;

    TierField(String written) {
        this.written = written;
    }

    static Optional<MemberField> of(String name) {
        for (TierField field : values()) {
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
        return FieldType.TEXT;
    }

    @Override
    public String text(Profile profile) {
        TierState tier = profile.tier();
        return switch (this) {
            case TIER -> Objects.requireNonNullElse(tier.tier(), "");
            case FALLS_ON -> day(tier.fallsOn());
            case FALLS_TO -> Objects.requireNonNullElse(tier.fallsTo(), "");
        };
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
