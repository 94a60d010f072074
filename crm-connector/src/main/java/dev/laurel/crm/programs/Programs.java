package dev.laurel.crm.programs;

import dev.laurel.programfeed.ProgramFeed;
import org.springframework.stereotype.Component;

/** The published programs. */
@Component
public class Programs {

    private final ProgramFeed feed;

    Programs(ProgramFeed feed) {
        this.feed = feed;
    }

    /** Whether a version of the program was ever published. */
    public boolean contains(String program) {
        return feed.find(program).isPresent();
    }
}
