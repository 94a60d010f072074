package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.laurel.engine.document.Problem;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.state.MemberState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whatever people make of a program: it is refused with problems that say where, or it decides
 * events. Nothing is thrown either way.
 */
class ProgramFuzzTest {

    private static final List<Map<String, Object>> SAMPLES =
            List.of(sample("retail-club"), sample("stack-exchange"), sample("sales-team"));

    private static Map<String, Object> sample(String name) {
        try {
            return Programs.document(
                    Files.readString(Path.of("../examples", name, "program.yaml")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @FuzzTest(maxDuration = "5s")
    void isRefusedOrDecides(FuzzedDataProvider data) {
        @Nullable Object document = SAMPLES.get(data.consumeInt(0, SAMPLES.size() - 1));
        for (int changes = data.consumeInt(1, 4); changes > 0; changes--) {
            document = changed(document, data);
        }
        switch (ProgramCompiler.compile(asDocument(document))) {
            case Compilation.Compiled(Program program, List<Problem> _) -> decide(program);
            case Compilation.Rejected(List<Problem> problems) ->
                    assertThat(problems)
                            .isNotEmpty()
                            .allMatch(problem -> problem.message().startsWith("Expected "));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asDocument(@Nullable Object changed) {
        return changed instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** The same with something changed somewhere in it. */
    private static @Nullable Object changed(@Nullable Object value, FuzzedDataProvider data) {
        return switch (value) {
            case Map<?, ?> map when !map.isEmpty() && data.consumeInt(0, 9) > 0 ->
                    changed(map, data);
            case List<?> list when !list.isEmpty() && data.consumeInt(0, 9) > 0 ->
                    changed(list, data);
            case String text when data.consumeBoolean() -> spliced(text, data);
            case null, default -> anything(data, 2);
        };
    }

    private static Map<Object, @Nullable Object> changed(Map<?, ?> map, FuzzedDataProvider data) {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>(map);
        Object key = data.pickValue(new ArrayList<>(copy.keySet()));
        switch (data.consumeInt(0, 5)) {
            case 0 -> copy.remove(key);
            case 1 -> copy.put(data.consumeString(12), anything(data, 1));
            default -> copy.put(key, changed(copy.get(key), data));
        }
        return copy;
    }

    private static List<@Nullable Object> changed(List<?> list, FuzzedDataProvider data) {
        List<@Nullable Object> copy = new ArrayList<>(list);
        int place = data.consumeInt(0, copy.size() - 1);
        switch (data.consumeInt(0, 5)) {
            case 0 -> copy.remove(place);
            case 1 -> copy.add(copy.get(place));
            default -> copy.set(place, changed(copy.get(place), data));
        }
        return copy;
    }

    private static String spliced(String text, FuzzedDataProvider data) {
        int from = data.consumeInt(0, text.length());
        int to = data.consumeInt(from, text.length());
        return text.substring(0, from) + data.consumeString(20) + text.substring(to);
    }

    private static @Nullable Object anything(FuzzedDataProvider data, int depth) {
        return switch (data.consumeInt(0, depth > 0 ? 8 : 6)) {
            case 0 -> null;
            case 1 -> data.consumeBoolean();
            case 2 -> data.consumeInt();
            case 3 -> data.consumeLong();
            case 4 -> data.consumeDouble();
            case 5, 6 -> data.consumeString(30);
            case 7 -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                for (int left = data.consumeInt(0, 3); left > 0; left--) {
                    map.put(data.consumeString(10), anything(data, depth - 1));
                }
                yield map;
            }
            default -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (int left = data.consumeInt(0, 3); left > 0; left--) {
                    list.add(anything(data, depth - 1));
                }
                yield list;
            }
        };
    }

    private static void decide(Program program) {
        MemberState state = MemberState.EMPTY;
        Instant time = Instant.parse("2011-10-05T10:00:00Z");
        for (String type : program.events().keySet()) {
            for (Map<String, Object> payload :
                    List.<Map<String, Object>>of(
                            Map.of(), Map.of("amount", 300.5, "items", List.of("x")))) {
                Event event = new Event("/fuzz", type, type, "alice", time, time, true, payload);
                Result result =
                        Engine.decide(program, Member.of("alice"), state, key -> null, event);
                assertThat(result.decision().event()).isEqualTo(event);
                state = result.state();
            }
        }
    }
}
