package dev.laurel.members.registry;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a member, and who the member is elsewhere. It stays in the registry's database and
 * goes out only by the one address that is made for it.
 *
 * @param email an address, {@code null} when it is not known
 * @param phone a number in E.164 form such as {@code +442071234567}, {@code null} likewise
 * @param crmIds the member's id in each CRM
 */
public record Contact(@Nullable String email, @Nullable String phone, Map<String, String> crmIds) {

    public static final Contact EMPTY = new Contact(null, null, Map.of());

    public Contact {
        crmIds = Collections.unmodifiableMap(new TreeMap<>(crmIds));
    }

    /** Says how much is known, and nothing of what. */
    @Override
    public String toString() {
        return "Contact[%s, %s, %d CRM ids]"
                .formatted(
                        email == null ? "no e-mail" : "e-mail",
                        phone == null ? "no phone" : "phone",
                        crmIds.size());
    }
}
