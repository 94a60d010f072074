package dev.laurel.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.laurel.engine.bytes.ByteReader;
import dev.laurel.engine.bytes.ByteWriter;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.state.StreakState.Given;
import dev.laurel.engine.state.StreakState.Paid;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StreakStateCodecTest {

    @Test
    void readsWhatItWrote() {
        ActivePeriods active =
                ActivePeriods.NONE.plus(-3).plus(-2).plus(20_522).plus(20_524).plus(20_524);
        Map<Integer, Paid> paid =
                Map.of(
                        4,
                        new Paid(
                                5,
                                List.of(
                                        new Given(1, Map.of("stars", 10L), null),
                                        new Given(2, Map.of("stars", 10L), null),
                                        new Given(5, Map.of("stars", 12L), "keen")),
                                2),
                        12,
                        new Paid(1, List.of(), 0));
        StreakState state =
                new StreakState(
                        Period.DAY, "Asia/Tokyo", active, new TreeSet<>(List.of(20_523L)), paid);

        assertThat(read(write(state))).isEqualTo(state);
        assertThat(read(write(StreakState.begin(Period.MONTH))))
                .isEqualTo(StreakState.begin(Period.MONTH));
    }

    @Test
    void refusesARunThatNobodyLivesFor() {
        byte[] bytes =
                new ByteWriter(1)
                        .unsigned(Period.DAY.code())
                        .text("")
                        .unsigned(0)
                        .unsigned(2_000_000_000)
                        .signed(0)
                        .unsigned(0)
                        .toBytes();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(bytes))
                .withMessageContaining("2000000000 of a kind are announced");
    }

    private static byte[] write(StreakState state) {
        ByteWriter out = new ByteWriter(1);
        StreakStateCodec.write(state, out);
        return out.toBytes();
    }

    private static StreakState read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes, "a streak", 1);
        StreakState state = StreakStateCodec.read(in);
        in.end();
        return state;
    }
}
