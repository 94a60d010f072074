package dev.laurel.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DistinctValuesTest {

    /** Of these, "Aa" and "BB" have the same hash, and so have "AaAa", "BBBB", "AaBB", "BBAa". */
    private static final String[] WORDS = {
        "Aa", "BB", "AaAa", "BBBB", "AaBB", "BBAa", "c", "", "ä"
    };

    @Test
    void countLikeAMapWhateverTheHashes() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            Map<String, Integer> expected = new TreeMap<>();
            @Nullable DistinctValues values = null;
            for (int step = 0; step < 12; step++) {
                String[] some = some(random);
                if (random.nextInt(3) > 0 || values == null) {
                    DistinctValues once = DistinctValues.once(some);
                    values = values == null ? once : values.plus(once);
                    once.forEach((value, one) -> expected.merge(value, one, Integer::sum));
                } else {
                    values = values.minus(DistinctValues.once(some));
                    DistinctValues.once(some)
                            .forEach((value, one) ->
                                    expected.computeIfPresent(
                                            value, (v, n) -> n == 1 ? null : n - 1));
                }
                if (values == null) {
                    assertThat(expected).as("seed %d", seed).isEmpty();
                } else {
                    assertThat(values).as("seed %d", seed).isEqualTo(DistinctValues.of(expected));
                }
            }
        }
    }

    private static String[] some(Random random) {
        String[] some = new String[1 + random.nextInt(5)];
        for (int i = 0; i < some.length; i++) {
            some[i] = WORDS[random.nextInt(WORDS.length)];
        }
        return some;
    }
}
