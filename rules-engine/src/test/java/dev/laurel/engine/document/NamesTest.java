package dev.laurel.engine.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "amuont, amount",
        "amout, amount",
        "Amount, amount",
        "timezone, timeZone",
        "stras, stars",
        "quantity,",
        "x,"
    })
    void findsTheNearest(String misspelt, String known) {
        assertThat(Names.nearest(misspelt, List.of("stars", "amount", "timeZone")))
                .isEqualTo(known);
    }
}
