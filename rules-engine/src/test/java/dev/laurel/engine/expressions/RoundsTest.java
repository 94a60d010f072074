package dev.laurel.engine.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.document.Place;
import dev.laurel.engine.document.Problem;
import dev.laurel.engine.document.Problems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsTest {

    private static final ObjectShape EVENT =
            ObjectShape.of("Event", shape -> shape.json("items", FieldType.LIST, false));
    private static final ExpressionCompiler COMPILER =
            new ExpressionCompiler(new Vocabulary(Map.of("event", EVENT)));

    @Test
    void refusesThreeLoopsWithinEachOther() {
        assertThat(
                        problems(
                                "event.items.all(a, event.items.all(b, event.items.all(c, a.x < b.x + c.x)))"))
                .extracting(Problem::message)
                .containsExactly(
                        "Expected loops that go round at most 10,000 times, but with 50 items in each list of the event it would be 127,550 times.");
    }

    @Test
    void refusesLongListsWithinEachOther() {
        String list = "[1,2,3,4,5,6,7,8,9,10]";
        String loops =
                "%s.all(a, %s.all(b, %s.all(c, %s.all(d, a + b + c + d > 0))))"
                        .formatted(list, list, list, list);

        assertThat(problems(loops)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.items.all(a, event.items.exists(b, a.x == b.x))",
                "event.items.filter(a, a.x > 1).map(a, a.x).exists(x, x > 2)",
                "[1, 2, 3].all(a, [1, 2, 3].all(b, event.items.all(c, a + b > c.x)))"
            })
    void takesWhatPeopleWrite(String text) {
        assertThat(problems(text)).isEmpty();
    }

    private static List<Problem> problems(String text) {
        Problems problems = new Problems();
        COMPILER.condition(text, Place.ROOT, problems);
        return problems.list();
    }
}
