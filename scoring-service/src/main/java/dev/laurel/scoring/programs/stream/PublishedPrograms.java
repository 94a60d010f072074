package dev.laurel.scoring.programs.stream;

import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.programfeed.ProgramFeed;
import dev.laurel.scoring.programs.ProgramZones;
import dev.laurel.scoring.programs.Programs;
import dev.laurel.scoring.programs.Terms;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Programs as {@code laurel.programs} has them. */
final class PublishedPrograms implements Programs, ProgramZones {

    private static final Duration JUST_PUBLISHED = Duration.ofSeconds(1);

    private final ProgramFeed feed;
    private final Map<String, Read> read = new ConcurrentHashMap<>();

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
        feed.all().forEach(version -> zones.put(version.program(), terms(version).zone()));
        return zones;
    }

    private Optional<Terms> read(String program) {
        return feed.find(program).map(this::terms);
    }

    /** Asked for with every posting, so a version is read once. */
    private Terms terms(PublishedProgram version) {
        Read last = read.get(version.program());
        if (last == null || !last.version().equals(version)) {
            last = new Read(version, TermsReader.read(version.document()));
            read.put(version.program(), last);
        }
        return last.terms();
    }

    private record Read(PublishedProgram version, Terms terms) {}
}
