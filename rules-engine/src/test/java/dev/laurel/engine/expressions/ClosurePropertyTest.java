package dev.laurel.engine.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.document.Place;
import dev.laurel.engine.document.Problems;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Closures give what CEL's own runtime gives, on random expressions and random events. */
class ClosurePropertyTest {

    private static final ObjectShape DATA =
            ObjectShape.of(
                    "Data",
                    shape ->
                            shape.json("amount", FieldType.DOUBLE, false)
                                    .json("count", FieldType.INT, false)
                                    .json("channel", FieldType.STRING, false)
                                    .json("gift", FieldType.BOOL, false)
                                    .json("items", FieldType.LIST, false)
                                    .json("extra", FieldType.MAP, false));
    private static final ObjectShape EVENT =
            ObjectShape.of(
                    "Event", shape -> shape.instant("time").instant("placed").object("data", DATA));
    private static final ObjectShape ID = ObjectShape.of("Id", shape -> shape.text("id"));
    private static final ExpressionCompiler COMPILER =
            new ExpressionCompiler(new Vocabulary(Map.of("event", EVENT, "member", ID)));

    private static final List<String> PARTS =
            List.of(
                    "getFullYear",
                    "getMonth",
                    "getDate",
                    "getDayOfMonth",
                    "getDayOfWeek",
                    "getDayOfYear",
                    "getHours",
                    "getMinutes",
                    "getSeconds",
                    "getMilliseconds");
    private static final List<String> ZONES =
            List.of("", "'Europe/London'", "'Asia/Kolkata'", "'UTC'", "'-03:30'", "'No/Such'");

    static List<Long> seeds() {
        return new Random(7).longs(800).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void giveWhatCelGives(long seed) {
        Random random = new Random(seed);
        String text = random.nextBoolean() ? truth(random, 3) : number(random, 3, "");
        Expression expression =
                COMPILER.expression(text, Kind.VALUES, Facts.NONE, Place.ROOT, new Problems());
        if (expression == null) {
            return; // such as a constant division by zero
        }
        for (int i = 0; i < 8; i++) {
            Variables variables = variables(random);

            assertThat(outcome(expression, variables, false))
                    .as(text)
                    .isEqualTo(outcome(expression, variables, true));
        }
    }

    @Test
    void areMadeForWhatPeopleWriteMost() {
        assertThat(
                        List.of(
                                "event.data.amount > 0.0 && event.data.channel in ['web', 'app']",
                                "floor(event.data.amount * 1.5)",
                                "size(event.data.items)",
                                "geo.within(event.data.amount, 0.5, 51.5, -0.1, 500)",
                                "event.data.items.map(i, i.sku)",
                                "event.data.items.filter(i, i.price > 2.0).exists(i, i.sku == 'a')",
                                "event.time.getHours('Europe/Paris') >= 18",
                                "event.data.channel.startsWith('we')",
                                "event.time >= timestamp('2026-12-24T00:00:00Z')",
                                "[event.data.amount, 1.0].filter(i, i > 0.5)",
                                "has(event.data.extra.level) ? event.data.count : 0"))
                .allSatisfy(text ->
                        assertThat(
                                        COMPILER.expression(
                                                text,
                                                Kind.VALUES,
                                                Facts.NONE,
                                                Place.ROOT,
                                                new Problems()))
                                .isNotNull()
                                .matches(Expression::hasClosure));
    }

    private static Object outcome(Expression expression, Variables variables, boolean byCel) {
        try {
            return byCel ? expression.valueByCel(variables) : expression.value(variables);
        } catch (ExpressionFailure failure) {
            return String.valueOf(failure.getMessage());
        }
    }

    private static String truth(Random random, int depth) {
        if (depth == 0) {
            return List.of("event.data.gift", "true", "has(event.data.extra.level)")
                    .get(random.nextInt(3));
        }
        int below = depth - 1;
        return switch (random.nextInt(15)) {
            case 13 ->
                    "[%s, %s].exists(i, i %s %s)"
                            .formatted(
                                    number(random, below, ""),
                                    number(random, 0, ""),
                                    List.of("<", "==").get(random.nextInt(2)),
                                    number(random, 0, ""));
            case 14 ->
                    "event.time %s timestamp('2001-09-09T01:46:40Z')"
                            .formatted(List.of("<", ">=", "==").get(random.nextInt(3)));
            case 10 ->
                    "%s.%s(%s)"
                            .formatted(
                                    text(random),
                                    List.of("startsWith", "endsWith", "contains")
                                            .get(random.nextInt(3)),
                                    text(random));
            case 11 -> "%s == %s".formatted(text(random), text(random));
            case 12 ->
                    "event.time %s event.placed"
                            .formatted(
                                    List.of("<", "<=", ">", ">=", "==", "!=")
                                            .get(random.nextInt(6)));
            case 0 -> "(%s && %s)".formatted(truth(random, below), truth(random, below));
            case 1 -> "(%s || %s)".formatted(truth(random, below), truth(random, below));
            case 2 -> "!" + truth(random, below);
            case 3 -> "event.data.channel " + (random.nextBoolean() ? "== 'web'" : "!= 'web'");
            case 4 -> "event.data.channel in ['web', 'app']";
            case 5 -> number(random, below, "") + " in [1, 2, 3]";
            case 6 -> "event.data.items.exists(i, %s)".formatted(compared(random, below, "i"));
            case 8 ->
                    "geo.within(%s, event.data.extra.level, %s, 0.5, %s)"
                            .formatted(
                                    number(random, 0, ""),
                                    List.of("51.5", "event.data.amount").get(random.nextInt(2)),
                                    List.of("100000", "8e6", "event.data.count")
                                            .get(random.nextInt(3)));
            case 7 -> "event.data.items.all(i, %s)".formatted(compared(random, below, "i"));
            default -> compared(random, below, "");
        };
    }

    private static String text(Random random) {
        return List.of(
                        "event.data.channel",
                        "'we'",
                        "''",
                        "string(event.data.count)",
                        "string(event.data.amount)",
                        "string(event.data.channel)")
                .get(random.nextInt(6));
    }

    private static String compared(Random random, int depth, String item) {
        String operator = List.of("<", "<=", ">", ">=", "==", "!=").get(random.nextInt(6));
        return "(%s %s %s)"
                .formatted(number(random, depth, item), operator, number(random, depth, item));
    }

    private static String number(Random random, int depth, String item) {
        if (depth == 0) {
            List<String> leaves =
                    new ArrayList<>(
                            List.of(
                                    "event.data.amount",
                                    "event.data.count",
                                    "event.data.extra.level",
                                    "size(event.data.items)",
                                    "size(event.data.channel)",
                                    "2",
                                    "0.5",
                                    "9007199254740993"));
            if (!item.isEmpty()) {
                leaves.addAll(List.of(item + ".price", item + ".quantity", item + ".price"));
            }
            return leaves.get(random.nextInt(leaves.size()));
        }
        int below = depth - 1;
        String a = number(random, below, item);
        String b = number(random, below, item);
        return switch (random.nextInt(12)) {
            case 9 -> "int(%s)".formatted(a);
            case 10 -> "double(%s)".formatted(a);
            case 11 ->
                    "event.time.%s(%s)"
                            .formatted(
                                    PARTS.get(random.nextInt(PARTS.size())),
                                    ZONES.get(random.nextInt(ZONES.size())));
            case 7 ->
                    "geo.distance(%s, event.data.amount, -0.5, %s)"
                            .formatted(number(random, 0, ""), number(random, 0, item));
            case 0 -> "(%s + %s)".formatted(a, b);
            case 1 -> "(%s - %s)".formatted(a, b);
            case 2 -> "(%s * %s)".formatted(a, b);
            case 3 -> "(%s / %s)".formatted(a, b);
            case 4 ->
                    List.of("floor", "ceil", "round", "abs").get(random.nextInt(4)) + "(" + a + ")";
            case 5 -> "%s(%s, %s)".formatted(random.nextBoolean() ? "min" : "max", a, b);
            case 6 -> "-" + a;
            default -> number(random, 0, item);
        };
    }

    private static Variables variables(Random random) {
        Map<String, Object> data = new HashMap<>();
        data.put("amount", numeric(random));
        data.put("count", random.nextBoolean() ? (Number) random.nextInt(4) : Long.MAX_VALUE);
        data.put("channel", List.of("web", "app", "pos", "ü𝄞").get(random.nextInt(4)));
        data.put("gift", random.nextBoolean());
        data.put("items", items(random));
        Map<String, Object> extra = new HashMap<>();
        if (random.nextBoolean()) {
            extra.put("level", numeric(random));
        }
        data.put("extra", extra);
        if (random.nextInt(5) == 0) {
            data.remove(
                    List.of("amount", "count", "channel", "gift", "items").get(random.nextInt(5)));
        }
        return Variables.ofEvent(
                ObjectValue.of(EVENT, time(random), time(random), ObjectValue.json(DATA, data)),
                ObjectValue.of(ID, "shop"),
                ObjectValue.of(ID, "alice"));
    }

    private static List<Object> items(Random random) {
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Map<String, Object> item = new HashMap<>();
            item.put("price", numeric(random));
            item.put("quantity", random.nextInt(3));
            if (random.nextInt(6) == 0) {
                item.put("price", "free");
            }
            items.add(random.nextInt(10) == 0 ? "odd" : item);
        }
        return items;
    }

    private static Instant time(Random random) {
        return random.nextInt(3) == 0
                ? Instant.EPOCH
                : Instant.ofEpochMilli(random.nextLong(-2_000_000_000_000L, 4_000_000_000_000L));
    }

    private static Number numeric(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(5) - 2;
            case 1 -> random.nextLong();
            case 2 -> new BigDecimal(random.nextInt(500)).movePointLeft(2);
            default -> random.nextDouble() * 10;
        };
    }
}
