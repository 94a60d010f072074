package dev.laurel.scoring.tiers.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.scoring.tiers.TierChange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a member was told about the tier, see {@link TierChange}.
 *
 * @param change {@code raised}, {@code lowered} or {@code warned}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangeView(
        long revision,
        String change,
        LocalDate day,
        @Nullable String from,
        @Nullable String to,
        @Nullable LocalDate falls,
        boolean invited,
        Instant recordedAt) {

    static ChangeView of(TierChange change) {
        return new ChangeView(
                change.revision(),
                change.kind().name().toLowerCase(Locale.ROOT),
                change.day(),
                change.from(),
                change.to(),
                change.falls(),
                change.invited(),
                change.recordedAt());
    }
}
