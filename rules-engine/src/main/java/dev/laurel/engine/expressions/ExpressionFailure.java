package dev.laurel.engine.expressions;

/** An expression that has no value for this event; its message is a sentence for people. */
public final class ExpressionFailure extends Exception {

    /**
     * Names what failed and why.
     *
     * @param why a clause that can follow "but"
     */
    public ExpressionFailure(String expression, String why) {
        super("Expected a value of %s, but %s.".formatted(expression, why), null, false, false);
    }
}
