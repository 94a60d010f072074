package dev.laurel.engine.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.fail;

import dev.laurel.engine.document.Place;
import dev.laurel.engine.document.Problems;
import dev.laurel.engine.expressions.TextProto.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The conformance tests that CEL's authors publish, as far as the program language admits what they
 * test; the folder {@code cel-spec} of the tests' resources has them, and says which are left out.
 *
 * <p>What the language admits is decided by its compiler: a test whose expression it refuses is
 * counted as refused, unless the test wants an error, which may come at publish as well. What it
 * admits has to give the published value by the way that rules take, through closures where there
 * are any, and by CEL's own runtime too.
 */
class CelConformanceTest {

    /** Parts of a test that ask for what the language has none of. */
    private static final Set<String> FOREIGN =
            Set.of(
                    "type_env",
                    "bindings",
                    "container",
                    "disable_check",
                    "disable_macros",
                    "check_only",
                    "typed_result",
                    "unknown",
                    "any_unknowns");

    private static final ExpressionCompiler COMPILER =
            new ExpressionCompiler(
                    new Vocabulary(
                            Map.of("event", ObjectShape.of("Event", shape -> shape.text("id")))));

    private static final Path FOLDER = Path.of("src/test/resources/cel-spec");

    /** What came of a test. */
    private enum Verdict {
        BY_CLOSURE,
        BY_CEL,
        REFUSED,
        FOREIGN
    }

    @TestFactory
    Stream<DynamicTest> givesThePublishedValues() throws IOException {
        return files().map(file -> DynamicTest.dynamicTest(name(file), () -> verdicts(file)));
    }

    /** ADR 8 has these figures; a change of them is one of what programs may say. */
    @Test
    void admitsAsMuchAsIsSaid() throws IOException {
        Map<Verdict, Integer> all = new EnumMap<>(Verdict.class);
        for (Path file : files().toList()) {
            verdicts(file).forEach((verdict, times) -> all.merge(verdict, times, Integer::sum));
        }
        assertThat(all)
                .containsExactly(
                        entry(Verdict.BY_CLOSURE, 419),
                        entry(Verdict.BY_CEL, 385),
                        entry(Verdict.REFUSED, 223),
                        entry(Verdict.FOREIGN, 151));
    }

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(FOLDER)) {
            return found
                    .filter(file -> file.toString().endsWith(".textproto"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Map<Verdict, Integer> verdicts(Path file) throws IOException {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        List<String> wrong = new ArrayList<>();
        Map<String, List<Object>> suite = TextProto.parse(Files.readString(file));
        for (Object section : suite.getOrDefault("section", List.of())) {
            for (Object test : message(section).getOrDefault("test", List.of())) {
                try {
                    verdicts.merge(verdict(message(test)), 1, Integer::sum);
                } catch (AssertionError | RuntimeException failure) {
                    wrong.add(
                            "%s/%s: %s: %s"
                                    .formatted(
                                            text(message(section), "name"),
                                            text(message(test), "name"),
                                            text(message(test), "expr"),
                                            failure.getMessage()));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(verdicts).isNotEmpty();
        return verdicts;
    }

    private static Verdict verdict(Map<String, List<Object>> test) {
        if (test.keySet().stream().anyMatch(FOREIGN::contains)) {
            return Verdict.FOREIGN;
        }
        boolean mayFail = test.containsKey("eval_error") || test.containsKey("any_eval_errors");
        Problems problems = new Problems();
        Expression expression =
                COMPILER.expression(
                        text(test, "expr"), Kind.VALUES, Facts.NONE, Place.ROOT, problems);
        if (expression == null) {
            assertThat(problems.size()).isPositive();
            return Verdict.REFUSED;
        }
        if (mayFail) {
            return failing(expression);
        }
        Object expected =
                test.containsKey("value") ? value(message(test.get("value").getFirst())) : true;
        if (expected == null) {
            return Verdict.REFUSED; // a value of a kind that no formula may have
        }
        try {
            assertThat(expression.value(Variables.none())).isEqualTo(expected);
            assertThat(expression.valueByCel(Variables.none())).isEqualTo(expected);
        } catch (ExpressionFailure failure) {
            fail(failure.getMessage());
        }
        return expression.hasClosure() ? Verdict.BY_CLOSURE : Verdict.BY_CEL;
    }

    private static Verdict failing(Expression expression) {
        try {
            Object value = expression.value(Variables.none());
            return fail("Expected a failure, but it was " + value);
        } catch (ExpressionFailure expected) {
            return expression.hasClosure() ? Verdict.BY_CLOSURE : Verdict.BY_CEL;
        }
    }

    /** As formulas give it, {@code null} for kinds of values that they do not give. */
    private static @Nullable Object value(Map<String, List<Object>> value) {
        Map.Entry<String, List<Object>> only = value.entrySet().iterator().next();
        Object given = only.getValue().getFirst();
        return switch (only.getKey()) {
            case "int64_value" -> Long.decode(given.toString());
            case "double_value" -> number(given.toString());
            case "bool_value" -> Boolean.valueOf(given.toString());
            case "string_value" -> given.toString();
            case "list_value" -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (Object element : message(given).getOrDefault("values", List.of())) {
                    list.add(value(message(element)));
                }
                yield list.contains(null) ? null : list;
            }
            default -> null;
        };
    }

    private static double number(String text) {
        return switch (text) {
            case "inf", "infinity", "Infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity", "-Infinity" -> Double.NEGATIVE_INFINITY;
            case "nan", "NaN" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".textproto", "");
    }

    private static String text(Map<String, List<Object>> message, String field) {
        List<Object> values = message.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : ((Text) values.getFirst()).toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<Object>> message(Object value) {
        return (Map<String, List<Object>>) Objects.requireNonNull(value);
    }
}
