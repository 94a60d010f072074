package dev.laurel.crm.profiles;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a record says about a part of a profile.
 *
 * @param member whose profile
 * @param mark where the record stands among those about this part
 * @param entries the entries that it sets, each as a whole
 * @param activity when the member did something, if that is what the record is about
 */
public record News<T>(
        Member member, Mark mark, Map<String, T> entries, @Nullable Instant activity) {

    public News {
        entries = Map.copyOf(entries);
    }
}
