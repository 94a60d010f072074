package dev.laurel.contracts.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When points can be used.
 *
 * @param activates from then on; before, they are pending
 * @param expires until then, exclusive; {@code null} for ever; never before {@code activates}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Term(Instant activates, @Nullable Instant expires) {}
