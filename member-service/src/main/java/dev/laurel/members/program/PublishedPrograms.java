package dev.laurel.members.program;

import dev.laurel.members.registry.Programs;
import dev.laurel.programfeed.ProgramFeed;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Programs as {@code laurel.programs} has them; asks for news before it says no. */
@Component
class PublishedPrograms implements Programs {

    private static final Duration NEWS = Duration.ofSeconds(2);

    private final ProgramFeed feed;

    PublishedPrograms(ProgramFeed feed) {
        this.feed = feed;
    }

    @Override
    public boolean exists(String program) {
        return isSo(() -> feed.find(program).isPresent());
    }

    @Override
    public boolean hasChallenge(String program, String challenge) {
        return isSo(() -> challenges(program).contains(challenge));
    }

    @Override
    public Set<String> challenges(String program) {
        return feed.find(program)
                .map(published -> ids(published.document().get("challenges")))
                .orElse(Set.of());
    }

    private boolean isSo(BooleanSupplier question) {
        return question.getAsBoolean() || (feed.catchUp(NEWS) && question.getAsBoolean());
    }

    private static Set<String> ids(@Nullable Object challenges) {
        Set<String> ids = new LinkedHashSet<>();
        if (challenges instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?> challenge
                        && challenge.get("id") instanceof String id) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }
}
