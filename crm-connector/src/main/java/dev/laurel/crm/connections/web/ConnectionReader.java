package dev.laurel.crm.connections.web;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.Credentials;
import dev.laurel.crm.connections.CrmKind;
import dev.laurel.crm.connections.DefaultMapping;
import dev.laurel.crm.connections.Inbound;
import dev.laurel.crm.connections.Quota;
import dev.laurel.crm.connections.SigningKey;
import dev.laurel.crm.mapping.MappedField;
import dev.laurel.crm.mapping.Mapping;
import dev.laurel.crm.mapping.MemberField;
import dev.laurel.crm.vendor.Versions;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks what a caller says of a connection, and says everything that is wrong with it. */
final class ConnectionReader {

    private static final String TARGET = "[A-Za-z][A-Za-z0-9_]{0,79}";
    private static final int LONGEST_SECRET = 10_000;
    private static final int MOST_FIELDS = 100;

    private final ConnectionBody body;
    private final boolean plainHttp;
    private final List<Violation> violations = new ArrayList<>();

    /**
     * @param plainHttp whether an address without TLS is allowed
     */
    ConnectionReader(ConnectionBody body, boolean plainHttp) {
        this.body = body;
        this.plainHttp = plainHttp;
    }

    /**
     * A connection with its credentials.
     *
     * @param credentials {@code null} to keep those that there are
     */
    record Read(Connection connection, @Nullable Credentials credentials) {}

    /**
     * @param before what is configured, {@code null} for nothing
     * @param wallets of the program
     * @param streaks of the program
     */
    Read read(
            ConnectionId id,
            @Nullable Connection before,
            List<String> wallets,
            List<String> streaks,
            Instant now) {
        CrmKind kind = kind(before);
        URI url = url();
        if (kind == null || url == null) {
            throw problem();
        }
        String version = version(kind);
        Credentials credentials = credentials(kind, before, url);
        Mapping mapping = mapping(kind, wallets, streaks);
        Inbound inbound = new InboundReader(kind, mapping, violations).read(body.inbound());
        Quota quota = quota(kind);
        if (!violations.isEmpty()) {
            throw problem();
        }
        return new Read(
                new Connection(
                        id,
                        kind,
                        url,
                        version,
                        mapping,
                        inbound,
                        Boolean.TRUE.equals(body.makesContacts()),
                        quota,
                        before != null && before.paused(),
                        before == null ? 1 : before.revision() + 1,
                        now),
                credentials);
    }

    private @Nullable CrmKind kind(@Nullable Connection before) {
        CrmKind kind = CrmKind.of(Objects.requireNonNullElse(body.kind(), "")).orElse(null);
        if (kind == null) {
            add("/kind", "one of " + kinds(), body.kind());
        } else if (before != null && before.kind() != kind) {
            add("/kind", before.kind().id() + ", which a connection keeps", body.kind());
        }
        return kind;
    }

    private @Nullable URI url() {
        URI url = address(Objects.requireNonNullElse(body.url(), ""));
        if (url == null) {
            add("/url", addresses(), body.url());
        }
        return url;
    }

    private String addresses() {
        return plainHttp ? "http(s)://host[:port]" : "https://host[:port]";
    }

    /** An address as a connection may have one, {@code null} for anything else. */
    private @Nullable URI address(String text) {
        try {
            URI url = new URI(text);
            String path = Objects.requireNonNullElse(url.getRawPath(), "");
            boolean good =
                    url.getHost() != null
                            && ("https".equals(url.getScheme())
                                    || (plainHttp && "http".equals(url.getScheme())))
                            && (path.isEmpty() || path.equals("/"))
                            && url.getRawUserInfo() == null
                            && url.getRawQuery() == null
                            && url.getRawFragment() == null;
            return good ? url : null;
        } catch (URISyntaxException _) {
            return null;
        }
    }

    private String version(CrmKind kind) {
        String version = Objects.requireNonNullElse(body.version(), kind.defaultVersion());
        if (!Versions.isKnown(kind, version)) {
            add("/version", Versions.expected(kind), version);
        }
        return version;
    }

    /** A new address gets its own: who may only change addresses must not learn secrets by it. */
    private @Nullable Credentials credentials(CrmKind kind, @Nullable Connection before, URI url) {
        Map<String, @Nullable String> given = body.credentials();
        if (given == null) {
            if (before == null || !before.url().equals(url)) {
                addSecret("/credentials", "credentials, as for every new address");
            }
            return null;
        }
        Map<String, String> read = new LinkedHashMap<>();
        List<String> required = kind.credentials(given.keySet());
        List<String> optional = kind.optionalCredentials(given.keySet());
        for (String name : required) {
            String value = given.get(name);
            if (value == null || value.isBlank() || value.length() > LONGEST_SECRET) {
                addSecret("/credentials/" + name, "a text that is not empty");
            } else if (name.equals(Credentials.PRIVATE_KEY) && SigningKey.of(value).isEmpty()) {
                addSecret("/credentials/" + name, SigningKey.EXPECTED);
            } else {
                read.put(name, value);
            }
        }
        for (String name : given.keySet()) {
            if (optional.contains(name)) {
                optional(name, given.get(name), read);
            } else if (!required.contains(name)) {
                addSecret("/credentials/" + name, "only " + String.join(", ", required));
            }
        }
        return new Credentials(read);
    }

    private void optional(String name, @Nullable String value, Map<String, String> read) {
        boolean address = name.equals(Credentials.AUTHORITY) || name.equals(Credentials.AUDIENCE);
        if (address && (value == null || address(value) == null)) {
            addSecret("/credentials/" + name, addresses());
        } else if (value == null || value.length() < 16 || value.length() > LONGEST_SECRET) {
            addSecret("/credentials/" + name, "a text of at least 16 characters");
        } else {
            read.put(name, value);
        }
    }

    private Mapping mapping(CrmKind kind, List<String> wallets, List<String> streaks) {
        String key = Objects.requireNonNullElse(body.keyField(), DefaultMapping.key(kind));
        requireTarget("/keyField", key);
        Map<String, @Nullable String> given = body.fields();
        if (given == null) {
            return new Mapping(key, DefaultMapping.of(kind, wallets, streaks).fields());
        }
        if (given.isEmpty() || given.size() > MOST_FIELDS) {
            add("/fields", "1 to %d fields".formatted(MOST_FIELDS), given.size());
        }
        List<MappedField> fields = new ArrayList<>();
        given.forEach((target, name) -> {
            String place = "/fields/" + target.replace("~", "~0").replace("/", "~1");
            requireTarget(place, target);
            if (target.equals(key)) {
                add(place, "another field than the key's", target);
            }
            MemberField.parse(Objects.requireNonNullElse(name, ""))
                    .ifPresentOrElse(
                            field -> fields.add(new MappedField(field, target)),
                            () -> add(place, MemberField.NAMES, name));
        });
        return new Mapping(key, fields);
    }

    private Quota quota(CrmKind kind) {
        Quota usual = Quota.of(kind);
        ConnectionBody.QuotaBody given = body.quota();
        if (given == null) {
            return usual;
        }
        return new Quota(
                number("/quota/callsPerDay", given.callsPerDay(), usual.callsPerDay(), 10_000_000),
                number(
                        "/quota/callsPerWindow",
                        given.callsPerWindow(),
                        usual.callsPerWindow(),
                        100_000),
                Duration.ofSeconds(
                        number(
                                "/quota/windowSeconds",
                                given.windowSeconds(),
                                (int) usual.window().toSeconds(),
                                3_600)),
                number("/quota/concurrency", given.concurrency(), usual.concurrency(), 64));
    }

    private int number(String pointer, @Nullable Integer value, int usual, int most) {
        if (value == null) {
            return usual;
        }
        if (value < 1 || value > most) {
            add(pointer, "a number from 1 to " + most, value);
        }
        return value;
    }

    private void requireTarget(String pointer, String target) {
        if (!target.matches(TARGET)) {
            add(pointer, "the name of a field, " + TARGET, target);
        }
    }

    private void add(String pointer, String expected, @Nullable Object found) {
        violations.add(
                new Violation(
                        pointer,
                        "Expected %s, but it was %s."
                                .formatted(expected, found == null ? "missing" : "'" + found + "'"),
                        expected));
    }

    /** Without saying what was found. */
    private void addSecret(String pointer, String expected) {
        violations.add(new Violation(pointer, "Expected " + expected + ".", expected));
    }

    private Problem problem() {
        return new Problem(
                CommonProblem.INVALID_CONTENT,
                "Expected a connection, but there are %d things wrong with it."
                        .formatted(violations.size()),
                violations);
    }

    private static String kinds() {
        return String.join(", ", Arrays.stream(CrmKind.values()).map(CrmKind::id).toList());
    }
}
