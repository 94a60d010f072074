package dev.laurel.crm.consent;

import dev.laurel.crm.profiles.Mark;
import dev.laurel.crm.profiles.Member;
import org.jspecify.annotations.Nullable;

/**
 * What the registry says of a member's consent.
 *
 * @param given whether the member agrees, {@code null} when nothing is said of it
 */
public record ConsentNews(Member member, @Nullable Boolean given, Mark mark) {}
