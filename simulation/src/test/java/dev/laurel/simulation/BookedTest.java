package dev.laurel.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BookedTest {

    @Test
    void takesEveryIdOnce() {
        Random random = new Random(7);
        Set<UUID> expected = new HashSet<>();
        Booked booked = new Booked();

        for (int i = 0; i < 100_000; i++) {
            // Few enough for many to come again, and with the same low bits for some to collide.
            UUID id = new UUID(1 + random.nextInt(300), (long) random.nextInt(200) << 20);

            assertThat(booked.add(id)).isEqualTo(expected.add(id));
        }
    }
}
