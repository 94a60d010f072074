package dev.laurel.benchmarks.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class ThreadTimesTest {

    private static final String DUMP =
            """
            "main" #1 [4] prio=5 os_prio=0 cpu=500.00ms elapsed=9.00s tid=0x1 nid=4 waiting
            "relay-1" #12 [5] prio=5 os_prio=0 cpu=20.50ms elapsed=9.00s tid=0x2 nid=5 runnable
               java.lang.Thread.State: RUNNABLE
            "relay-2" #13 [6] prio=5 os_prio=0 cpu=30.00ms elapsed=9.00s tid=0x3 nid=6 runnable
            "VM Thread" os_prio=0 cpu=7.00ms elapsed=9.00s tid=0x4 nid=7 runnable
            """;

    @Test
    void addsThreadsUpByTheirNamesWithoutNumbers() {
        assertThat(ThreadTimes.parse(DUMP).milliseconds())
                .containsOnly(
                        entry("main", 500.0), entry("relay-*", 50.5), entry("VM Thread", 7.0));
    }

    @Test
    void tellsWhatWasUsedSinceAnEarlierLook() {
        // Given
        ThreadTimes earlier = ThreadTimes.parse(DUMP);
        ThreadTimes later = ThreadTimes.parse(DUMP.replace("cpu=500.00ms", "cpu=900.00ms"));

        // When
        ThreadTimes used = later.since(earlier);

        // Then
        assertThat(used.milliseconds()).containsEntry("main", 400.0).containsEntry("relay-*", 0.0);
        assertThat(used).hasToString(" 100.0 %  main");
    }
}
