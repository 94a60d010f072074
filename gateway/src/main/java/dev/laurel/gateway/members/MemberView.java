package dev.laurel.gateway.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Everything about a member in one answer. Parts are as the services give them; one that did not
 * answer in time is left out and named.
 *
 * @param program the program
 * @param member the member
 * @param attributes what the registry says of the member, but for the contact; absent for a member
 *     who is not registered
 * @param wallets balances per wallet
 * @param tier the tier that the member has and where that leads; absent where the program has none
 * @param badges badges that the member has
 * @param challenges challenges with the member's progress
 * @param streaks streaks as they stand now
 * @param ranks the member's place on each board
 * @param lastActivity when the last event happened that the rules have decided on
 * @param unavailable names of the parts that are missing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MemberView(
        String program,
        String member,
        @Nullable JsonNode attributes,
        @Nullable JsonNode wallets,
        @Nullable JsonNode tier,
        @Nullable JsonNode badges,
        @Nullable JsonNode challenges,
        @Nullable JsonNode streaks,
        @Nullable JsonNode ranks,
        @Nullable JsonNode lastActivity,
        List<String> unavailable) {

    MemberView {
        unavailable = List.copyOf(unavailable);
    }
}
