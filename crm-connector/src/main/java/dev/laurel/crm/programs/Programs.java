package dev.laurel.crm.programs;

import dev.laurel.programfeed.ProgramFeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The published programs. */
@Component
public class Programs {

    private static final Duration USUAL_LATENESS = Duration.ofDays(7);
    private static final Pattern WEEKS = Pattern.compile("P(\\d+)W");

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

    /** The ids of the program's streaks, in its order. */
    public List<String> streaks(String program) {
        return feed.find(program)
                .map(published -> ids(published.document().get("streaks")))
                .orElse(List.of());
    }

    /** How late the program takes events; what programs have that say nothing of it otherwise. */
    public Duration lateness(String program) {
        return feed.find(program)
                .map(published -> published.document().get("lateness"))
                .map(said -> duration(said.toString()))
                .orElse(USUAL_LATENESS);
    }

    private static Duration duration(String text) {
        Matcher weeks = WEEKS.matcher(text);
        return weeks.matches()
                ? Duration.ofDays(7 * Long.parseLong(weeks.group(1)))
                : Duration.parse(text);
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
