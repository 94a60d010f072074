package dev.laurel.crm.inbound;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a contact says of a member; everything else that is known of the member stays.
 *
 * @param changes by name, with the names of attributes behind {@code attributes.}; {@code null} for
 *     what is not known
 */
public record MemberPatch(String member, Map<String, @Nullable Object> changes) {}
