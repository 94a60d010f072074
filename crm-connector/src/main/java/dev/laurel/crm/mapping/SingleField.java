package dev.laurel.crm.mapping;

import dev.laurel.crm.profiles.Profile;
import java.util.Optional;

/** A value that there is one of. */
enum SingleField implements MemberField {
    LAST_ACTIVITY("lastActivity", FieldType.INSTANT) {
        @Override
        public String text(Profile profile) {
            return Texts.instant(profile.lastActivity());
        }
    },
    REVISION("revision", FieldType.INTEGER) {
        @Override
        public String text(Profile profile) {
            return Long.toString(profile.revision());
        }

        @Override
        public boolean isNews() {
            return false;
        }
    };

    private final String written;
    private final FieldType type;

    SingleField(String written, FieldType type) {
        this.written = written;
        this.type = type;
    }

    static Optional<MemberField> of(String name) {
        for (SingleField field : values()) {
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
}
