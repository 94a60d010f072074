package dev.laurel.sandbox.salesforce;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.http.Allowance;
import dev.laurel.sandbox.http.Call;
import dev.laurel.sandbox.http.Reply;
import dev.laurel.sandbox.http.Sessions;
import dev.laurel.sandbox.http.Vendor;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Contacts of an organization: tokens by client credentials or signed requests, describe, the
 * Tooling API's custom fields, permission sets, queries and sObject Collections, and the limit of
 * calls in 24 hours.
 */
public final class SalesforceSandbox implements Vendor {

    private static final Pattern PATH = Pattern.compile("/services/data/v([0-9]+\\.[0-9])(/.*)");
    private static final Pattern NEXT = Pattern.compile("/query/([0-9a-f]+)-([0-9]+)");
    private static final long DAY = 86_400_000;
    private static final int NEWEST = 68;
    private static final int RETIRED = 30;

    private final String clientId;
    private final String clientSecret;
    private final SignedRequests signed;
    private final Sessions sessions = new Sessions("00D000000000001!AQ");
    private final AtomicBoolean locked = new AtomicBoolean();
    private final Contacts contacts = new Contacts("003%012dAAA"::formatted, List.of());
    private final ContactFields fields = new ContactFields(contacts);
    private final Permissions permissions = new Permissions(fields);
    private final Contacts opportunities = new Contacts("006%012dAAA"::formatted, List.of());
    private final Query query =
            new Query(
                    contacts,
                    fields,
                    permissions,
                    new ChangedRows(contacts, opportunities, fields));
    private final Collections collections = new Collections(contacts, fields);
    private final Allowance day = new Allowance(15_000, DAY, System::currentTimeMillis);

    /** The only client that gets tokens. */
    public SalesforceSandbox(String clientId, String clientSecret) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.signed = new SignedRequests(clientId, System::currentTimeMillis);
    }

    /** Whoever has the private key of that one gets tokens for the user from now on. */
    public void approve(String username, PublicKey key) {
        signed.approve(username, key);
    }

    /** The user is not approved any more. */
    public void disapprove(String username) {
        signed.disapprove(username);
    }

    public Contacts contacts() {
        return contacts;
    }

    /**
     * Opportunities, whose {@code contacts} are ids of primary contacts with commas between them.
     */
    public Contacts opportunities() {
        return opportunities;
    }

    /** Calls within a day. */
    public Allowance day() {
        return day;
    }

    public Sessions sessions() {
        return sessions;
    }

    /** Whether the client gets no tokens any more. */
    public void lock(boolean isLocked) {
        locked.set(isLocked);
    }

    /** Has a field of the customer's own from now on. */
    public void field(String name) {
        fields.addVisible(name);
    }

    /** Rows in one page of a query. */
    public void pageSize(int rows) {
        query.pageSize(rows);
    }

    /** From now on a rule of the customer refuses that contact; a code of {@code ""} ends that. */
    public void refuse(String contact, String code, String message) {
        collections.refuse(contact, code, message);
    }

    /** Whether there is a duplicate rule, by e-mail address, as there is at first. */
    public void detectDuplicates(boolean isOn) {
        collections.detectDuplicates(isOn);
    }

    @Override
    public Reply answer(Call call, boolean half) {
        if (call.path().equals("/services/oauth2/token")) {
            return token(call);
        }
        if (!sessions.isGood(call)) {
            return new SalesforceError(401, "INVALID_SESSION_ID", "Session expired or invalid")
                    .whole();
        }
        if (!day.take()) {
            return new SalesforceError(
                            403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.")
                    .whole();
        }
        Matcher path = PATH.matcher(call.path());
        if (!path.matches()) {
            return SalesforceError.notFound().whole();
        }
        int version = Integer.parseInt(path.group(1).substring(0, path.group(1).indexOf('.')));
        if (version <= RETIRED || version > NEWEST) {
            return new SalesforceError(
                            version <= RETIRED ? 410 : 404,
                            version <= RETIRED ? "UNSUPPORTED_API_VERSION" : "NOT_FOUND",
                            "No such version.")
                    .whole();
        }
        return route(call, path.group(1), path.group(2), half)
                .with(
                        "Sforce-Limit-Info",
                        "api-usage=%d/%d; api-bursts=1/750"
                                .formatted(day.limit() - day.remaining(), day.limit()));
    }

    private Reply route(Call call, String version, String path, boolean half) {
        Matcher next = NEXT.matcher(path);
        if (call.method().equals("GET") && next.matches()) {
            return query.answer(
                    Query.unhex(next.group(1)), 0, Integer.parseInt(next.group(2)), version);
        }
        return switch (call.method() + " " + path) {
            case "GET /sobjects/Contact/describe" -> fields.describe();
            case "GET /query" ->
                    query.answer(call.query().getOrDefault("q", ""), call.rawLength(), 0, version);
            case "POST /tooling/sobjects/CustomField" -> fields.create(call.json());
            case "POST /sobjects/PermissionSet" -> permissions.createSet(call.json());
            case "POST /sobjects/PermissionSetAssignment" -> permissions.assign(call.json());
            case "POST /composite/sobjects" ->
                    call.json().at("/records/0/attributes/type").asString("").equals("Contact")
                            ? collections.create(call.json(), half)
                            : permissions.open(call.json());
            case "PATCH /composite/sobjects" -> collections.update(call.json(), half);
            case "POST /composite/sobjects/Contact" -> collections.read(call.json());
            default -> SalesforceError.notFound().whole();
        };
    }

    private Reply token(Call call) {
        return switch (call.form().getOrDefault("grant_type", "")) {
            case "client_credentials" -> tokenByClient(call);
            case "urn:ietf:params:oauth:grant-type:jwt-bearer" -> tokenBySignature(call);
            default -> refused("unsupported_grant_type", "grant type not supported");
        };
    }

    private Reply tokenByClient(Call call) {
        String client =
                Base64.getEncoder().encodeToString((clientId + ":" + clientSecret).getBytes(UTF_8));
        return locked.get() || !call.header("Authorization").orElse("").equals("Basic " + client)
                ? refused("invalid_client", "invalid client credentials")
                : granted(call);
    }

    private Reply tokenBySignature(Call call) {
        String refusal = signed.refusal(call.form().getOrDefault("assertion", ""));
        return refusal.isEmpty() ? granted(call) : refused("invalid_grant", refusal);
    }

    private static Reply refused(String error, String description) {
        return Reply.json(400, Map.of("error", error, "error_description", description));
    }

    private Reply granted(Call call) {
        // As there: no word of how long it is good.
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", sessions.grant());
        body.put("instance_url", "http://" + call.header("Host").orElse(""));
        body.put("id", "https://login.salesforce.com/id/00D000000000001AAA/" + Permissions.USER);
        body.put("token_type", "Bearer");
        body.put("issued_at", "1796300000000");
        body.put("signature", "sandbox");
        return Reply.json(200, body);
    }

    /** There is no header that says for how long. */
    @Override
    public Reply throttled(@Nullable Duration retryAfter) {
        return new SalesforceError(
                        403,
                        "REQUEST_LIMIT_EXCEEDED",
                        "ConcurrentRequests (Concurrent API Requests) Limit exceeded.")
                .whole();
    }

    @Override
    public void expireTokens() {
        sessions.expireAll();
    }
}
