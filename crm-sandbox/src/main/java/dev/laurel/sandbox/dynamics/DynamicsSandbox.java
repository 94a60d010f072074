package dev.laurel.sandbox.dynamics;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.http.Allowance;
import dev.laurel.sandbox.http.Call;
import dev.laurel.sandbox.http.Reply;
import dev.laurel.sandbox.http.Sessions;
import dev.laurel.sandbox.http.Vendor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Contacts of an environment: tokens of Entra by client credentials, columns and keys, queries,
 * {@code $batch}, and the limit of service protection, which every operation counts for.
 */
public final class DynamicsSandbox implements Vendor {

    private static final Pattern PATH = Pattern.compile("/api/data/v9\\.[0-2]/(.*)");
    private static final long FIVE_MINUTES = 300_000;
    private static final String CONTACT = "EntityDefinitions(LogicalName='contact')";

    private final String tenantId;
    private final String clientId;
    private final String clientSecret;
    private final Sessions tokens = new Sessions("eyJ0eXAi.sandbox.");
    private final AtomicBoolean locked = new AtomicBoolean();
    private final AtomicLong requests = new AtomicLong();
    private final Contacts contacts =
            new Contacts("00000000-0000-4000-8000-%012d"::formatted, List.of());
    private final Columns columns = new Columns(contacts);
    private final ContactRows rows = new ContactRows(contacts, columns);
    private final Contacts orders =
            new Contacts("00000000-0000-4000-b000-%012d"::formatted, List.of());
    private final ChangedRows changedContacts = new ChangedRows(contacts, "contactid", columns);
    private final ChangedRows changedOrders = new ChangedRows(orders, "salesorderid", null);
    private final BatchCalls batches = new BatchCalls(contacts, columns);
    private final Allowance window = new Allowance(6_000, FIVE_MINUTES, System::currentTimeMillis);

    /** The only client that gets tokens. */
    public DynamicsSandbox(String tenantId, String clientId, String clientSecret) {
        this.tenantId = tenantId;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    public Contacts contacts() {
        return contacts;
    }

    /** Sales orders, of one customer each. */
    public Contacts orders() {
        return orders;
    }

    /** Operations within five minutes. */
    public Allowance window() {
        return window;
    }

    public Sessions tokens() {
        return tokens;
    }

    /** Whether the client gets no tokens any more. */
    public void lock(boolean isLocked) {
        locked.set(isLocked);
    }

    /** Has a column of the customer's own from now on. */
    public void column(String name) {
        columns.add(name);
    }

    /** Rows in one page of a query. */
    public void pageSize(int size) {
        rows.pageSize(size);
    }

    /**
     * From now on a plug-in of the customer refuses that contact, by its id or, one that is to be
     * made, by its e-mail address.
     */
    public void refuse(String contact, String code, String message) {
        batches.refuse(contact, code, message);
    }

    /** Whether there is a rule of duplicate detection, by e-mail address, as there is at first. */
    public void detectDuplicates(boolean isOn) {
        batches.detectDuplicates(isOn);
    }

    @Override
    public Reply answer(Call call, boolean half) {
        if (call.path().equals("/" + tenantId + "/oauth2/v2.0/token")) {
            return token(call);
        }
        String id = "00000000-sandbox-" + requests.incrementAndGet();
        if (!tokens.isGood(call)) {
            return Reply.empty(401).with("x-ms-service-request-id", id);
        }
        Matcher path = PATH.matcher(call.path());
        if (!path.matches() || !call.header("OData-Version").orElse("").equals("4.0")) {
            return new DynamicsError(404, "0x8006088a", "Resource not found").whole();
        }
        return route(call, path.group(1), half).with("x-ms-service-request-id", id);
    }

    private Reply route(Call call, String path, boolean half) {
        List<Matcher> operations = path.equals("$batch") ? BatchCalls.operations(call) : List.of();
        if (operations == null) {
            return DynamicsError.bad("0x80060888", "The batch is not well formed.").whole();
        }
        if (!window.take(Math.max(1, operations.size()))) {
            return throttled(Duration.ofSeconds(5));
        }
        return switch (call.method() + " " + path) {
            case "GET " + CONTACT -> columns.describe();
            case "POST " + CONTACT + "/Attributes" -> columns.create(call.json());
            case "POST " + CONTACT + "/Keys" -> columns.createKey(call.json());
            case "GET contacts" ->
                    call.query().containsKey("$orderby")
                            ? changedContacts.answer(call, address(call))
                            : rows.answer(call.query(), call.rawLength(), address(call));
            case "GET salesorders" ->
                    call.query().containsKey("$orderby")
                            ? changedOrders.answer(call, address(call))
                            : changedOrders.byId(call);
            case "POST $batch" ->
                    batches.answer(
                            operations,
                            call.header("Prefer").orElse("").contains("odata.continue-on-error"),
                            half);
            default -> new DynamicsError(404, "0x8006088a", "Resource not found").whole();
        };
    }

    private static String address(Call call) {
        return "http://" + call.header("Host").orElse("") + call.path();
    }

    private Reply token(Call call) {
        Map<String, String> form = call.form();
        boolean good =
                !locked.get()
                        && form.getOrDefault("grant_type", "").equals("client_credentials")
                        && form.getOrDefault("client_id", "").equals(clientId)
                        && form.getOrDefault("client_secret", "").equals(clientSecret);
        if (!good) {
            return Reply.json(
                    401,
                    Map.of(
                            "error",
                            "invalid_client",
                            "error_description",
                            "AADSTS7000215: Invalid client secret provided."));
        }
        if (!form.getOrDefault("scope", "").endsWith("/.default")) {
            return Reply.json(
                    400, Map.of("error", "invalid_scope", "error_description", "AADSTS1002012"));
        }
        return Reply.json(
                200,
                Map.of("token_type", "Bearer", "expires_in", 3599, "access_token", tokens.grant()));
    }

    @Override
    public Reply throttled(@Nullable Duration retryAfter) {
        Duration pause = Objects.requireNonNullElse(retryAfter, Duration.ofSeconds(1));
        return new DynamicsError(
                        429,
                        "0x80072322",
                        "Number of requests exceeded the limit of 6000 over time window of 300"
                                + " seconds.")
                .whole()
                .with("Retry-After", Long.toString(Math.max(1, pause.toSeconds())));
    }

    @Override
    public void expireTokens() {
        tokens.expireAll();
    }
}
