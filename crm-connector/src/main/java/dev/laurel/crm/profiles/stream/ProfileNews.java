package dev.laurel.crm.profiles.stream;

import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.News;
import dev.laurel.crm.profiles.Part;
import dev.laurel.crm.profiles.ProfileWatch;
import dev.laurel.crm.profiles.Profiles;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Takes in what a batch says and passes on whom it is about. */
@Component
class ProfileNews {

    private final Profiles profiles;
    private final ProfileWatch watch;

    ProfileNews(Profiles profiles, ProfileWatch watch) {
        this.profiles = profiles;
        this.watch = watch;
    }

    <T> void tell(Part<T> part, List<News<T>> news) {
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
