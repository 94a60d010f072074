package dev.laurel.engine.expressions;

import dev.laurel.engine.document.Section;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What rules and metrics have in common: which events concern them, and whom they are for.
 *
 * @param on the type of events
 * @param when which of them
 * @param beneficiary whom it is for, {@code null} for the event's subject
 */
public record Trigger(String on, Condition when, @Nullable Expression beneficiary) {

    /**
     * Reads {@code on}, {@code when} and {@code for}; {@code null} without a known type to compile
     * expressions for. What else is wrong is a problem, and reading goes on.
     */
    public static @Nullable Trigger read(
            Section section, Set<String> types, Function<String, ExpressionCompiler> compilers) {
        String on = section.reference("on", "event type", types);
        if (on == null) {
            return null;
        }
        ExpressionCompiler compiler = compilers.apply(on);
        String whenText = section.expression("when");
        Condition when =
                whenText == null
                        ? Condition.ALWAYS
                        : compiler.condition(whenText, section.place("when"), section.problems());
        Condition known = when == null ? Condition.ALWAYS : when;
        String forText = section.text("for");
        Expression beneficiary =
                forText == null
                        ? null
                        : compiler.expression(
                                forText,
                                Kind.ID,
                                known.facts(),
                                section.place("for"),
                                section.problems());
        return new Trigger(on, known, beneficiary);
    }
}
