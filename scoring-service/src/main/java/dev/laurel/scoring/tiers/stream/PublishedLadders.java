package dev.laurel.scoring.tiers.stream;

import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.programfeed.ProgramFeed;
import dev.laurel.scoring.tiers.Ladders;
import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.LadderReader;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tiers as {@code laurel.programs} has them, each version read once. */
final class PublishedLadders implements Ladders {

    private record Read(int version, Optional<Ladder> ladder) {}

    private final ProgramFeed feed;
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    PublishedLadders(ProgramFeed feed) {
        this.feed = feed;
    }

    @Override
    public Optional<Ladder> find(String program) {
        return feed.find(program).flatMap(this::read);
    }

    private Optional<Ladder> read(PublishedProgram published) {
        Read last = read.get(published.program());
        if (last == null || last.version() != published.version()) {
            last =
                    new Read(
                            published.version(),
                            LadderReader.read(published.document(), zone(published)));
            read.put(published.program(), last);
        }
        return last.ladder();
    }

    private static ZoneId zone(PublishedProgram published) {
        return published.document().get("timeZone") instanceof String zone
                        && ZoneId.getAvailableZoneIds().contains(zone)
                ? ZoneId.of(zone)
                : ZoneOffset.UTC;
    }
}
