package dev.laurel.scoring.programs.stream;

import dev.laurel.programfeed.ProgramFeed;
import dev.laurel.scoring.programs.Programs;
import dev.laurel.scoring.programs.Terms;
import java.time.Duration;
import java.util.Optional;

/** Programs as {@code laurel.programs} has them. */
final class PublishedPrograms implements Programs {

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

    private Optional<Terms> read(String program) {
        return feed.find(program).map(version -> TermsReader.read(version.document()));
    }
}
