package dev.laurel.rules.simulations;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.members.Member;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Events that came with the request.
 *
 * @param lines one for each, in their order
 * @param registry what is known of members when the job starts
 */
public record GivenEvents(List<Line> lines, Supplier<Map<String, Member>> registry)
        implements EventFeed {

    /** An event, or why there is none. */
    public record Line(@Nullable Event event, String reason) {}

    public GivenEvents {
        lines = List.copyOf(lines);
    }

    @Override
    public Map<String, Member> members() {
        return registry.get();
    }

    @Override
    public void read(Taker taker) {
        long done = 0;
        for (Line line : lines) {
            Event event = line.event();
            if (event == null) {
                taker.refuse(line.reason());
            } else {
                taker.accept(event);
            }
            taker.progress(++done, lines.size());
        }
    }
}
