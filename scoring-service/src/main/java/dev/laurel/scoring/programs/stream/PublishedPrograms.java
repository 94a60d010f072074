package dev.laurel.scoring.programs.stream;

import dev.laurel.programfeed.ProgramFeed;
import dev.laurel.scoring.programs.Programs;
import java.time.Duration;

/** Programs as {@code laurel.programs} has them. */
final class PublishedPrograms implements Programs {

    private static final Duration JUST_PUBLISHED = Duration.ofSeconds(1);

    private final ProgramFeed feed;

    PublishedPrograms(ProgramFeed feed) {
        this.feed = feed;
    }

    /** Reads on before it says no: the program may have been published a moment ago. */
    @Override
    public boolean isPublished(String program) {
        return feed.find(program).isPresent()
                || (feed.catchUp(JUST_PUBLISHED) && feed.find(program).isPresent());
    }
}
