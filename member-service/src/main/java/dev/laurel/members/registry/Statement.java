package dev.laurel.members.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole of what a caller says about a member; {@link StatementReader} has checked it.
 *
 * @param displayName how the member wants to be called, kept off the topics
 * @param timeZone see {@link Profile}
 * @param locale see {@link Profile}
 * @param segments see {@link Profile}
 * @param team the team from {@code teamSince} on, {@code null} for none
 * @param teamSince when that began; {@code null} for now, if it is a change at all
 * @param attributes see {@link Profile}
 * @param consents what the member agreed to or refused; {@code null} to leave them as they are
 * @param contact {@code null} to leave it as it is
 */
public record Statement(
        @Nullable String displayName,
        @Nullable String timeZone,
        @Nullable String locale,
        List<String> segments,
        @Nullable String team,
        @Nullable Instant teamSince,
        Map<String, Object> attributes,
        @Nullable Map<String, SaidConsent> consents,
        @Nullable Contact contact) {}
