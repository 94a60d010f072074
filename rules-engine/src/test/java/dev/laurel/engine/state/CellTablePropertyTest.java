package dev.laurel.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of cells says what a HashMap says, whatever is put in and taken out. */
class CellTablePropertyTest {

    /** Few different hashes, so that many keys want the same slot. */
    private record Key(int number) {
        @Override
        public int hashCode() {
            return number % 5;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void saysWhatAHashMapSays(long seed) {
        Random random = new Random(seed);
        Map<Key, Integer> table = new CellTable<>();
        Map<Key, Integer> map = new HashMap<>();
        for (int i = 0; i < 2_000; i++) {
            Key key = new Key(random.nextInt(40));
            if (random.nextInt(5) < 2) {
                assertThat(table.remove(key)).isEqualTo(map.remove(key));
            } else {
                assertThat(table.put(key, i)).isEqualTo(map.put(key, i));
            }
            assertThat(table.get(key)).isEqualTo(map.get(key));
            assertThat(table).hasSize(map.size());
        }

        assertThat(table).isEqualTo(map).hasSameHashCodeAs(map);
        assertThat(new CellTable<>(map)).isEqualTo(map);
    }

    @Test
    void leavesWhatItWasCopiedFrom() {
        CellTable<String, Integer> before = new CellTable<>();
        before.put("a", 1);
        before.put("b", 2);
        CellTable<String, Integer> after = new CellTable<>(before);

        after.put("b", 3);
        after.put("c", 4);
        after.remove("a");

        assertThat(before).isEqualTo(Map.of("a", 1, "b", 2));
        assertThat(after).isEqualTo(Map.of("b", 3, "c", 4));
    }
}
