package dev.laurel.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A strong entity tag (RFC 9110, section 8.8.3) of something that can be configured. Reading
 * answers with it in {@code ETag}; writing has to bring it back in {@code If-Match}, so that nobody
 * overwrites what he has not seen.
 *
 * @param opaque what stands between the quotes: visible ASCII without quotes
 */
public record EntityTag(String opaque) {

    public EntityTag {
        if (!opaque.matches("[\\x21\\x23-\\x7E]*")) {
            throw new IllegalArgumentException(
                    "Expected visible ASCII without quotes, but it was '%s'.".formatted(opaque));
        }
    }

    /** The tag of a row that counts its changes. */
    public static EntityTag ofRevision(long revision) {
        return new EntityTag(Long.toString(revision));
    }

    /**
     * Lets a write go on only if the caller has seen the present state.
     *
     * @param ifMatch the {@code If-Match} header
     * @throws Problem {@link CommonProblem#IF_MATCH_REQUIRED} when it is missing, {@link
     *     CommonProblem#STALE} when it names other tags. A weak tag never matches.
     */
    public void requireMatch(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(
                    CommonProblem.IF_MATCH_REQUIRED,
                    "Expected an If-Match header with the ETag that was read last, but there was none.");
        }
        List<String> tags = Arrays.stream(ifMatch.split(",")).map(String::strip).toList();
        if (!tags.contains("*") && !tags.contains(toString())) {
            throw new Problem(
                    CommonProblem.STALE,
                    "Expected If-Match %s, but it was %s. Read it again, then repeat the change."
                            .formatted(this, ifMatch));
        }
    }

    /** As in the header, with quotes. */
    @Override
    public String toString() {
        return '"' + opaque + '"';
    }
}
