package dev.laurel.scoring.lots;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** More lots of one wallet, when those at hand do not do. Those that expire first come first. */
public interface LotSource {

    /** There are no more. */
    LotSource NONE =
            new LotSource() {
                @Override
                public List<Lot> open(@Nullable Lot after, int limit) {
                    return List.of();
                }

                @Override
                public List<Lot> expiredSince(Instant at, @Nullable Lot after, int limit) {
                    return List.of();
                }

                @Override
                public List<Lot> find(Collection<UUID> ids) {
                    return List.of();
                }

                @Override
                public List<Part> parts(UUID hold) {
                    return List.of();
                }

                @Override
                public List<Activity.Run> activity() {
                    return List.of();
                }
            };

    /** Lots with points that can be used. */
    List<Lot> open(@Nullable Lot after, int limit);

    /** Lots with expired points, whose terms ended after an instant. */
    List<Lot> expiredSince(Instant at, @Nullable Lot after, int limit);

    /** Lots by their ids. */
    List<Lot> find(Collection<UUID> ids);

    /** What a hold has reserved of which lots, in the order of reserving. */
    List<Part> parts(UUID hold);

    /** When the member's activity keeps points from expiring. */
    List<Activity.Run> activity();
}
