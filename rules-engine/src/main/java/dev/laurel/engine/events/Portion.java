package dev.laurel.engine.events;

import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.ObjectShape;
import dev.laurel.engine.expressions.ObjectValue;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.expressions.Vocabulary;
import dev.laurel.engine.shares.Share;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What share of an event a reversal of it undoes. Immutable. */
public final class Portion {

    private static final String OF_REVERSAL = "event.data.";
    private static final String OF_REVERSAL_IN_SHORT = "data.";
    private static final String OF_ORIGINAL = "original.data.";

    private final Expression share;
    private final Shapes shapes;
    private final Set<String> ofReversal;
    private final Set<String> ofOriginal;

    Portion(Expression share, Shapes shapes) {
        this.share = share;
        this.shapes = shapes;
        this.ofReversal = fields(share, Set.of(OF_REVERSAL, OF_REVERSAL_IN_SHORT));
        this.ofOriginal = fields(share, Set.of(OF_ORIGINAL));
    }

    /**
     * What the expression reads.
     *
     * @param event the reversal
     * @param data the reversal's data on their own
     * @param original the event to undo
     * @param originalData its data
     */
    record Shapes(
            EventShape.Schema event,
            ObjectShape data,
            ObjectShape original,
            ObjectShape originalData) {

        static Shapes of(EventShape reversal, EventShape.Schema event, EventShape original) {
            ObjectShape originalData = original.data("OriginalData");
            return new Shapes(
                    event,
                    reversal.data("ReversalData"),
                    ObjectShape.of("Original", shape -> shape.object("data", originalData)),
                    originalData);
        }

        Vocabulary vocabulary() {
            return new Vocabulary(
                    Map.of(
                            Vocabulary.EVENT,
                            event.event(),
                            Vocabulary.DATA,
                            data,
                            Vocabulary.ORIGINAL,
                            original));
        }
    }

    /**
     * The share, above zero.
     *
     * @param reversal the reversal, with at least {@link #ofReversal} of its data
     * @param original {@link #ofOriginal} of the event to undo
     * @throws ExpressionFailure when there is none
     */
    public Share of(Event reversal, Map<String, Object> original) throws ExpressionFailure {
        ObjectValue originalData = ObjectValue.json(shapes.originalData(), original);
        Variables variables =
                Variables.ofReversal(
                        shapes.event().value(reversal),
                        ObjectValue.json(shapes.data(), reversal.data()),
                        ObjectValue.of(shapes.original(), originalData));
        double number = share.number(variables);
        if (number <= 0) {
            throw share.failure("a share of %s undoes nothing".formatted(number));
        }
        return Share.of(number);
    }

    /** Those fields of a reversal's data that it goes by. */
    Map<String, Object> ofReversal(Map<String, Object> data) {
        return kept(data, ofReversal);
    }

    /** Those fields of the original's data that it goes by. */
    Map<String, Object> ofOriginal(Map<String, Object> data) {
        return kept(data, ofOriginal);
    }

    private static Set<String> fields(Expression share, Set<String> prefixes) {
        return share.paths().stream()
                .flatMap(path ->
                        prefixes.stream()
                                .filter(path::startsWith)
                                .map(prefix -> field(path.substring(prefix.length()))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Object> kept(Map<String, Object> data, Set<String> fields) {
        Map<String, Object> kept = new LinkedHashMap<>(data);
        kept.keySet().retainAll(fields);
        return kept;
    }

    private static String field(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
