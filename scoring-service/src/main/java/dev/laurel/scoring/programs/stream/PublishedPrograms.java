package dev.laurel.scoring.programs.stream;

import dev.laurel.programfeed.ProgramFeed;
import dev.laurel.scoring.programs.ProgramZones;
import dev.laurel.scoring.programs.Programs;
import dev.laurel.scoring.programs.Terms;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Programs as {@code laurel.programs} has them. */
final class PublishedPrograms implements Programs, ProgramZones {

    private static final Duration JUST_PUBLISHED = Duration.ofSeconds(1);

    private final ProgramFeed feed;

    PublishedPrograms(ProgramFeed feed) {
        this.feed = feed;
    }

    /** Reads on before it says no: the program may have been published a moment ago. */
    @Override
    public Optional<Terms> find(String program) {
        return read(program)
                .or(() -> feed.catchUp(JUST_PUBLISHED) ? read(program) : Optional.empty());
    }

    @Override
    public Map<String, ZoneId> all() {
        Map<String, ZoneId> zones = new TreeMap<>();
        feed.all()
                .forEach(version ->
                        zones.put(version.program(), TermsReader.read(version.document()).zone()));
        return zones;
    }

    private Optional<Terms> read(String program) {
        return feed.find(program).map(version -> TermsReader.read(version.document()));
    }
}
