package dev.laurel.engine.shares;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShareTest {

    static LongStream seeds() {
        return new Random(20261122).longs(100);
    }

    @Test
    void takesAThirdOfThirty() {
        assertThat(Share.of(1.0 / 3).of(30)).isEqualTo(10);
        assertThat(Share.of(9.99 / 29.97).of(-30)).isEqualTo(-10);
    }

    @Test
    void roundsTowardsZero() {
        assertThat(Share.of(0.999).of(10)).isEqualTo(9);
        assertThat(Share.of(0.999).of(-10)).isEqualTo(-9);
        assertThat(Share.of(0.5).of(1)).isZero();
    }

    @Test
    void isTheWholeAtMost() {
        assertThat(Share.of(1.5)).isEqualTo(Share.WHOLE);
        assertThat(Share.of(0.7).plus(Share.of(0.7)).of(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void losesNothingOnceItIsWhole() {
        assertThat(new Loss(Share.WHOLE, Share.WHOLE).of(7)).isZero();
        assertThat(new Loss(Share.WHOLE, Share.WHOLE).completes()).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void takesAllOfItInPartsThatAddUpInAnyOrder(long seed) {
        Random random = new Random(seed);
        long given = random.nextLong(1_000_000);
        double[] amounts = random.doubles(1 + random.nextInt(40), 0.01, 100).toArray();
        double total = 0;
        for (double amount : amounts) {
            total += amount;
        }
        List<Share> shares = new ArrayList<>();
        for (double amount : amounts) {
            shares.add(Share.of(amount / total));
        }
        Collections.shuffle(shares, random);

        Share undone = Share.NONE;
        long taken = 0;
        for (Share share : shares) {
            Loss loss = new Loss(undone, undone.plus(share));
            assertThat(loss.of(given)).isNotNegative();
            taken += loss.of(given);
            undone = loss.after();
        }

        assertThat(taken).isEqualTo(given);
        assertThat(undone.isWhole()).isTrue();
    }
}
