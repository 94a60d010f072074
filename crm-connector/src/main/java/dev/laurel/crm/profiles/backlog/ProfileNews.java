package dev.laurel.crm.profiles.backlog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.laurel.crm.profiles.Backlog;
import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.News;
import dev.laurel.crm.profiles.Part;
import dev.laurel.crm.profiles.ProfileWatch;
import dev.laurel.crm.profiles.Profiles;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Takes in what a batch says and passes on whom it is about. */
@Component
public class ProfileNews {

    private final Profiles profiles;
    private final ProfileWatch watch;
    private final Backlog backlog;
    private final Clock clock;

    ProfileNews(Profiles profiles, ProfileWatch watch, Backlog backlog, Clock clock) {
        this.profiles = profiles;
        this.watch = watch;
        this.backlog = backlog;
        this.clock = clock;
    }

    /**
     * Takes news in within the caller's transaction, or puts them aside.
     *
     * @param news in the order of their marks per member
     */
    public <T> void tell(Part<T> part, List<News<T>> news) {
        Map<String, List<News<T>>> byProgram =
                news.stream()
                        .collect(groupingBy(it -> it.member().program(), TreeMap::new, toList()));
        Set<String> needed = backlog.upToDate(part, byProgram.keySet());
        List<News<T>> now = new ArrayList<>();
        byProgram.forEach((program, its) -> {
            if (needed.contains(program)) {
                now.addAll(its);
            } else {
                backlog.put(part, program, its, clock.instant());
            }
        });
        if (!now.isEmpty()) {
            takeIn(part, now);
        }
    }

    /** Takes news in now. */
    <T> void takeIn(Part<T> part, List<News<T>> news) {
        profiles.tell(part, news);
        TreeSet<Member> members = new TreeSet<>();
        for (News<T> each : news) {
            if (!each.entries().isEmpty() || each.activity() != null) {
                members.add(each.member());
            }
        }
        if (!members.isEmpty()) {
            watch.changed(part, members);
        }
    }
}
