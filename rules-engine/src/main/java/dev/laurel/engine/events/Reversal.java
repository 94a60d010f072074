package dev.laurel.engine.events;

import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.shares.Share;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says that events of a type undo other events.
 *
 * @param type the type of the reversing event
 * @param of the type of events that it undoes, which have the same source and subject
 * @param by the id of the event that it undoes
 * @param portion what share of it, {@code null} for the whole or by lines
 * @param lines which of its lines, {@code null} for the whole or by share
 */
public record Reversal(
        String type,
        String of,
        Expression by,
        @Nullable Portion portion,
        @Nullable LineShape lines) {

    /**
     * The share that a reversal undoes.
     *
     * @param reversal the reversal, with at least {@link #dataOfReversal} of its data
     * @param original {@link #dataOfOriginal} of the event to undo
     * @throws ExpressionFailure when there is none
     */
    public Share share(Event reversal, Map<String, Object> original) throws ExpressionFailure {
        return portion == null ? Share.WHOLE : portion.of(reversal, original);
    }

    /** The fields of its own data that the share or the lines go by. */
    public Map<String, Object> dataOfReversal(Map<String, Object> data) {
        if (lines != null) {
            return lines.kept(data);
        }
        return portion == null ? Map.of() : portion.ofReversal(data);
    }

    /** The fields of the original's data that the share goes by. */
    public Map<String, Object> dataOfOriginal(Map<String, Object> data) {
        return portion == null ? Map.of() : portion.ofOriginal(data);
    }
}
