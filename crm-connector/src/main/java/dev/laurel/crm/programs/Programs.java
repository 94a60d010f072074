package dev.laurel.crm.programs;

import dev.laurel.programfeed.ProgramFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The published programs. */
@Component
public class Programs {

    private final ProgramFeed feed;

    Programs(ProgramFeed feed) {
        this.feed = feed;
    }

    /** The ids of the program's wallets, in its order. */
    public List<String> wallets(String program) {
        return feed.find(program)
                .map(published -> ids(published.document().get("wallets")))
                .orElse(List.of());
    }

    private static List<String> ids(@Nullable Object parts) {
        List<String> ids = new ArrayList<>();
        if (parts instanceof List<?> list) {
            for (Object part : list) {
                if (part instanceof Map<?, ?> map && map.get("id") instanceof String id) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    /** Whether a version of the program was ever published. */
    public boolean contains(String program) {
        return feed.find(program).isPresent();
    }
}
