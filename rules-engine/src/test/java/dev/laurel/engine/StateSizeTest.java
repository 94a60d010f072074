package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.state.MemberStateCodec;
import dev.laurel.engine.traces.EventTraceCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How much is kept about a member. */
class StateSizeTest {

    private static final Instant FIRST = Instant.parse("2010-12-01T10:00:00Z");
    private static final int FAVOURITES = 200;

    @Test
    void isUnderTwoKilobytesAfterAYearOfWeeklyActivity() throws IOException {
        Program program =
                Programs.program(Files.readString(Path.of("../examples/retail-club/program.yaml")));
        Club club = new Club(program);
        List<Event> purchases = weeklyPurchases(new Random(53));

        club.send(purchases);

        assertThat(MemberStateCodec.encode(club.state("alice"))).hasSizeLessThan(2048);
        assertThat(purchases)
                .allSatisfy(purchase ->
                        assertThat(EventTraceCodec.encode(club.trace("alice", purchase.key())))
                                .hasSizeLessThan(32));
    }

    /** Six of the member's favourites and one article that they had never bought, each week. */
    private static List<Event> weeklyPurchases(Random random) {
        List<Event> purchases = new ArrayList<>();
        for (int week = 0; week < 53; week++) {
            List<Map<String, Object>> items = new ArrayList<>();
            for (int line = 0; line < 7; line++) {
                int sku = line == 0 ? 20_000 + week * 61 : 22_000 + random.nextInt(FAVOURITES) * 9;
                items.add(Map.of("sku", Integer.toString(sku), "quantity", 6, "price", 2.55));
            }
            Map<String, Object> data =
                    Map.of("amount", 107.1, "currency", "GBP", "country", "UK", "items", items);
            purchases.add(
                    Events.of("purchase", "p" + week, data)
                            .at(FIRST.plus(Duration.ofDays(7L * week)).toString())
                            .event());
        }
        return purchases;
    }
}
