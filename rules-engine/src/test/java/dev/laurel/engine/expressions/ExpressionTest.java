package dev.laurel.engine.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.document.Place;
import dev.laurel.engine.document.Problem;
import dev.laurel.engine.document.Problems;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What expressions can say, and what they give. */
class ExpressionTest {

    private static final ObjectShape DATA =
            ObjectShape.of(
                    "Data",
                    shape ->
                            shape.json("amount", FieldType.DOUBLE, false)
                                    .json("count", FieldType.INT, false)
                                    .json("channel", FieldType.STRING, false)
                                    .json("gift", FieldType.BOOL, false)
                                    .json("at", FieldType.TIMESTAMP, false)
                                    .json("items", FieldType.LIST, false)
                                    .json("extra", FieldType.MAP, false)
                                    .json("bonus", FieldType.INT, true));
    private static final ObjectShape EVENT =
            ObjectShape.of("Event", shape -> shape.instant("time").object("data", DATA));
    private static final ObjectShape PROGRAM =
            ObjectShape.of("Program", shape -> shape.text("id").text("timeZone"));
    private static final ExpressionCompiler COMPILER =
            new ExpressionCompiler(new Vocabulary(Map.of("event", EVENT, "program", PROGRAM)));

    private static final Map<String, Object> VALUES =
            Map.of(
                    "amount",
                    new BigDecimal("12.5"),
                    "count",
                    BigInteger.TWO,
                    "channel",
                    "web",
                    "gift",
                    true,
                    "at",
                    "2026-03-10T23:30:00+01:00",
                    "items",
                    List.of(item("a", 2, 1.5), item("b", 5, 2)),
                    "extra",
                    Map.of("level", 3, "ratio", 0.5));

    private static Map<String, Object> item(String sku, int quantity, Number price) {
        return Map.of("sku", sku, "quantity", quantity, "price", price);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            textBlock =
                    """
                    floor(event.data.amount)                                => 12
                    floor(-event.data.amount)                               => -13
                    ceil(event.data.amount)                                 => 13
                    round(event.data.amount)                                => 13
                    round(-event.data.amount)                               => -13
                    round(2.4)                                              => 2
                    floor(event.data.count)                                 => 2
                    abs(-event.data.amount)                                 => 12.5
                    abs(-3)                                                 => 3
                    min(event.data.amount, 3)                               => 3.0
                    max(event.data.count, 3)                                => 3
                    event.data.amount * 2                                   => 25.0
                    3 * event.data.amount + 1                               => 38.5
                    event.data.amount / 2 - 1                               => 5.25
                    event.data.count * 2 % 3                                => 1
                    event.data.amount >= 12 && event.data.count < 2.5       => true
                    event.data.channel in ['web', 'app']                    => true
                    event.data.channel.startsWith('w') && event.data.gift   => true
                    size(event.data.items)                                  => 2
                    event.data.items.map(i, i.sku)                          => [a, b]
                    event.data.items.filter(i, i.quantity > 2).size()       => 1
                    event.data.items.all(i, i.price >= 1.5)                 => true
                    event.data.items.exists(i, i.price == 2)                => true
                    floor(event.data.items[1].price * event.data.items[1].quantity) => 10
                    event.data.extra.level + 1                              => 4
                    has(event.data.extra.level) && !has(event.data.extra.x) => true
                    has(event.data.bonus) ? event.data.bonus : 7            => 7
                    !has(event.data.bonus) || event.data.bonus > 3          => true
                    event.data.at.getDayOfMonth('Pacific/Auckland')         => 10
                    event.data.at.getHours('UTC')                           => 22
                    event.time.getHours(program.timeZone)                   => 13
                    event.data.at - event.time > duration('9h')             => true
                    event.time < timestamp('2026-12-31T00:00:00Z')          => true
                    """)
    void gives(String expression, String value) throws ExpressionFailure {
        assertThat(compiled(expression).value(variables(VALUES))).asString().isEqualTo(value);
    }

    @ParameterizedTest(name = "{0} fails")
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            textBlock =
                    """
                    9223372036854775807 + event.data.count => it exceeds 64 bits
                    event.data.count / (event.data.count - 2) => it divides by zero
                    floor(event.data.amount * 1e300) => floor(1.25E301) is no whole number of 64 bits
                    event.data.items[7].sku => Index out of bounds: 7
                    event.data.items.map(i, i.colour) => 'colour' is missing
                    event.data.extra.colour => 'colour' is missing
                    """)
    void failsWithAReason(String expression, String reason) {
        Expression compiled = compiled(expression);

        assertThatThrownBy(() -> compiled.value(variables(VALUES)))
                .isInstanceOf(ExpressionFailure.class)
                .hasMessage("Expected a value of %s, but %s.", compiled.text(), reason);
    }

    @Test
    void saysWhatIsOfAnotherTypeThanItsShape() {
        Expression compiled = compiled("event.data.amount > 1.0");

        assertThatThrownBy(() -> compiled.value(variables(Map.of("amount", "much"))))
                .hasMessageContaining("'amount' is not of type double");
    }

    @Test
    void letsAFalseConjunctDecideWhereAnotherOneFails() throws ExpressionFailure {
        Problems problems = new Problems();
        Condition condition =
                Objects.requireNonNull(
                        COMPILER.condition(
                                "event.data.items[7].sku == 'a' && event.data.amount > 99.0",
                                Place.ROOT,
                                problems));

        assertThat(condition.unmet(variables(VALUES)))
                .isEqualTo("Expected event.data.amount > 99.0, but event.data.amount was 12.5.");
        assertThatThrownBy(
                        () -> condition.unmet(variables(Map.of("amount", 100, "items", List.of()))))
                .hasMessageContaining("Index out of bounds: 7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            textBlock =
                    """
                    event.data.bonus > 1                                              => 1
                    has(event.data.bonus) && event.data.bonus > 1                     => 0
                    event.data.bonus > 1 && has(event.data.bonus)                     => 1
                    has(event.data.bonus) || event.data.bonus > 1                     => 1
                    !has(event.data.bonus) ? true : event.data.bonus > 1              => 0
                    has(event.data.bonus) ? true : event.data.bonus > 1               => 1
                    !(has(event.data.bonus) && event.data.gift) || event.data.bonus > 1 => 0
                    event.data.items.exists(i, i.price > event.data.bonus)            => 1
                    has(event.data.bonus) && event.data.items.exists(i, i.price > event.data.bonus) => 0
                    """)
    void asksForGuards(String expression, int problems) {
        assertThat(problems(expression)).hasSize(problems);
    }

    @Test
    void boundsWhatAnExpressionCanCost() throws ExpressionFailure {
        String long_ = "1" + " + 1".repeat(300);
        String deep = "(".repeat(40) + "1" + ")".repeat(40);
        List<Integer> many = java.util.Collections.nCopies(200, 1);
        String tooOften =
                "event.data.items.all(a, event.data.items.all(b, event.data.items.all(c, true)))";
        Expression nested = compiled("event.data.items.all(a, event.data.items.all(b, true))");

        assertThat(problems(tooOften)).isNotEmpty();
        assertThat(problems(long_)).isNotEmpty();
        assertThat(problems(deep)).isNotEmpty();
        assertThat(problems("'" + "x".repeat(5_000) + "' == ''")).isNotEmpty();
        assertThatThrownBy(() -> nested.value(variables(Map.of("items", many))))
                .isInstanceOf(ExpressionFailure.class);
    }

    private static List<Problem> problems(String expression) {
        Problems problems = new Problems();
        COMPILER.expression(expression, Kind.VALUES, Facts.NONE, Place.ROOT, problems);
        return problems.list();
    }

    private static Expression compiled(String expression) {
        Problems problems = new Problems();
        Expression compiled =
                COMPILER.expression(expression, Kind.VALUES, Facts.NONE, Place.ROOT, problems);
        assertThat(problems.list()).isEmpty();
        return Objects.requireNonNull(compiled);
    }

    private static Variables variables(Map<String, Object> data) {
        return Variables.ofEvent(
                ObjectValue.of(
                        EVENT,
                        Instant.parse("2026-03-10T12:00:00Z").plusSeconds(3600),
                        ObjectValue.json(DATA, data)),
                ObjectValue.of(PROGRAM, "shop", "Europe/London"),
                ObjectValue.of(PROGRAM, "", ""));
    }
}
