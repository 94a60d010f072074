package dev.laurel.leaderboards.watches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.intake.NotReadyException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.CannotCreateTransactionException;

class WatchTest {

    private final Watch watch = new Watch(LoggerFactory.getLogger(WatchTest.class));
    private final List<String> done = new ArrayList<>();

    static Stream<RuntimeException> reasonsToWait() {
        return Stream.of(
                new CannotAcquireLockException("locked"),
                new CannotCreateTransactionException("away"),
                new NotReadyException("newer", new IllegalArgumentException("P999D")));
    }

    @ParameterizedTest
    @MethodSource("reasonsToWait")
    void aProgramThatHasToWaitHoldsUpNoOther(RuntimeException reason) {
        // When
        watch.look(() ->
                watch.each(
                        List.of("a", "b", "c"),
                        "the work",
                        program -> {
                            done.add(program);
                            if (program.equals("b")) {
                                throw reason;
                            }
                        }));

        // Then
        assertThat(done).containsExactly("a", "b", "c");
    }

    @Test
    void aBugIsToldAndTheNextLookWorksAgain() {
        // When
        assertThatThrownBy(() ->
                        watch.look(() ->
                                watch.attempt(
                                        "the work",
                                        () -> {
                                            throw new IllegalStateException("a bug");
                                        })))
                .hasMessage("a bug");
        watch.look(() -> done.add("next"));

        // Then
        assertThat(done).containsExactly("next");
    }

    @Test
    void aLookWhileTheLastOneIsStillAtWorkDoesNothing() {
        // When
        watch.look(() -> {
            Thread other = Thread.ofVirtual().start(() -> watch.look(() -> done.add("second")));
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            done.add("first");
        });

        // Then
        assertThat(done).containsExactly("first");
    }
}
