package dev.laurel.engine.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.laurel.engine.document.Place;
import dev.laurel.engine.document.Problems;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Whatever people write as an expression: it is refused with problems, or it has a value or a
 * failure, soon, by closures as by CEL. Nothing else is thrown, and nothing is reached through it.
 */
class ExpressionFuzzTest {

    /** Far more than any expression needs, and far less than one that does not end. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final ObjectShape DATA =
            ObjectShape.of(
                    "Data",
                    shape ->
                            shape.json("amount", FieldType.DOUBLE, false)
                                    .json("channel", FieldType.STRING, false)
                                    .json("items", FieldType.LIST, false)
                                    .json("extra", FieldType.MAP, true));
    private static final ObjectShape EVENT =
            ObjectShape.of("Event", shape -> shape.instant("time").object("data", DATA));
    private static final ObjectShape MEMBER = ObjectShape.of("Member", shape -> shape.text("id"));
    private static final ExpressionCompiler COMPILER =
            new ExpressionCompiler(new Vocabulary(Map.of("event", EVENT, "member", MEMBER)));
    private static final Map<String, Object> SALE =
            Map.of(
                    "amount",
                    19.99,
                    "channel",
                    "web",
                    "items",
                    List.of(
                            Map.of("sku", "a", "price", 2.5, "quantity", 3),
                            Map.of("sku", "b", "price", 1, "quantity", 1)),
                    "extra",
                    Map.of("level", 7));

    @FuzzTest(maxDuration = "5s")
    @DictionaryEntries({
        "event.data.amount",
        "event.data.items",
        "member.id",
        ".all(i, ",
        ".map(i, ",
        ".filter(i, ",
        "&&",
        "||",
        "? 1 : 0",
        " in [",
        "has(",
        "size(",
        "timestamp('",
        ".matches('",
        "9223372036854775807"
    })
    void isRefusedOrHasAValueOrAFailure(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        long start = System.nanoTime();
        Problems problems = new Problems();
        Expression expression =
                COMPILER.expression(text, Kind.VALUES, Facts.NONE, Place.ROOT, problems);
        if (expression == null) {
            assertThat(problems.size()).isPositive();
        } else {
            assertThat(outcome(expression, false)).isEqualTo(outcome(expression, true));
        }
        Condition condition = COMPILER.condition(text, Place.ROOT, new Problems());
        if (condition != null) {
            judge(condition);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
    }

    private static Variables sale() {
        return Variables.ofEvent(
                ObjectValue.of(EVENT, Instant.EPOCH, ObjectValue.json(DATA, SALE)),
                ObjectValue.of(MEMBER, "shop"),
                ObjectValue.of(MEMBER, "alice"));
    }

    private static String outcome(Expression expression, boolean byCel) {
        try {
            return String.valueOf(byCel ? expression.valueByCel(sale()) : expression.value(sale()));
        } catch (ExpressionFailure failure) {
            return "failed";
        }
    }

    private static void judge(Condition condition) {
        try {
            String unmet = condition.unmet(sale());
            assertThat(unmet == null || unmet.startsWith("Expected ")).isTrue();
        } catch (ExpressionFailure failure) {
            assertThat(failure).hasMessageStartingWith("Expected ");
        }
    }
}
