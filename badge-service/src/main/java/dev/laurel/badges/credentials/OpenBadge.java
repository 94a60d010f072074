package dev.laurel.badges.credentials;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes credentials as Open Badges 3.0 has them (section B.1.3, AchievementCredential), with the
 * claims that its JSON Web Token proof asks for (section 8.2.3). The member is nowhere in it: the
 * subject is an id that means nothing elsewhere.
 */
public final class OpenBadge {

    static final String CONTEXT = "https://www.w3.org/ns/credentials/v2";
    static final String BADGE_CONTEXT =
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    private static final String SCHEMA =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

    private final Issuer issuer;

    public OpenBadge(Issuer issuer) {
        this.issuer = issuer;
    }

    /**
     * The payload of the token.
     *
     * @param now a credential is never valid from later than this, whatever a till's clock said
     */
    public Map<String, Object> payload(
            Achievement achievement, Grounds grounds, Seat seat, Instant now) {
        Instant since = grounds.origin().time();
        Instant from = (since.isAfter(now) ? now : since).truncatedTo(ChronoUnit.SECONDS);
        String id = "urn:uuid:" + seat.id();
        String subject = "urn:uuid:" + seat.subject();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("@context", List.of(CONTEXT, BADGE_CONTEXT));
        payload.put("id", id);
        payload.put("type", List.of("VerifiableCredential", "OpenBadgeCredential"));
        payload.put("name", achievement.name());
        payload.put("issuer", profile(achievement));
        payload.put("validFrom", from.toString());
        payload.put("awardedDate", from.toString());
        payload.put("image", image(achievement));
        payload.put("credentialSubject", subject(subject, achievement));
        payload.put("evidence", List.of(evidence(grounds)));
        payload.put("credentialStatus", StatusList.entry(issuer, seat.position()));
        payload.put("credentialSchema", List.of(typed(SCHEMA, "1EdTechJsonSchemaValidator2019")));
        payload.put("iss", issuer.did());
        payload.put("jti", id);
        payload.put("nbf", from.getEpochSecond());
        payload.put("sub", subject);
        return payload;
    }

    private Map<String, Object> profile(Achievement achievement) {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("id", issuer.did());
        profile.put("type", List.of("Profile"));
        profile.put("name", achievement.programName());
        profile.put("url", issuer.at("/"));
        return profile;
    }

    private Map<String, Object> subject(String id, Achievement achievement) {
        Map<String, Object> badge = new LinkedHashMap<>();
        badge.put("id", badgeUrl(achievement));
        badge.put("type", List.of("Achievement"));
        badge.put("achievementType", "Badge");
        badge.put("name", achievement.name());
        badge.put("description", achievement.description());
        badge.put("criteria", Map.of("narrative", achievement.criteria()));
        badge.put("image", image(achievement));
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("id", id);
        subject.put("type", List.of("AchievementSubject"));
        subject.put("achievement", badge);
        return subject;
    }

    private Map<String, Object> image(Achievement achievement) {
        return typed(badgeUrl(achievement) + "/image", "Image");
    }

    private String badgeUrl(Achievement achievement) {
        return issuer.at(
                "/v1/programs/%s/badges/%s".formatted(achievement.program(), achievement.badge()));
    }

    private static Map<String, Object> evidence(Grounds grounds) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("type", List.of("Evidence"));
        evidence.put(
                "narrative",
                "Decided by version %d of program %s, %s %s."
                        .formatted(
                                grounds.origin().version(),
                                grounds.program(),
                                grounds.origin().causeKind().toLowerCase(Locale.ROOT),
                                grounds.origin().causeId()));
        return evidence;
    }

    private static Map<String, Object> typed(String id, String type) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", id);
        object.put("type", type);
        return object;
    }
}
