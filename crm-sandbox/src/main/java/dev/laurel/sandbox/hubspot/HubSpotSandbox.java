package dev.laurel.sandbox.hubspot;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.http.Allowance;
import dev.laurel.sandbox.http.Call;
import dev.laurel.sandbox.http.Reply;
import dev.laurel.sandbox.http.Vendor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Contacts and their properties by the paths of v3, 2026-03 and 2026-09, with a service key, the
 * two rolling limits and their headers.
 */
public final class HubSpotSandbox implements Vendor {

    private static final Pattern SEARCHES =
            Pattern.compile("/crm/(?:v3/objects|objects/2026-0[39])/(contacts|deals)/search");
    private static final Pattern ASSOCIATIONS =
            Pattern.compile(
                    "/crm/(?:v3/associations|associations/2026-0[39])/deals/contacts/batch/read");
    private static final Pattern DEALS =
            Pattern.compile("/crm/(?:v3/objects|objects/2026-0[39])/deals/batch/read");
    private static final Pattern PROPERTIES =
            Pattern.compile("/crm/(?:v3/properties|properties/2026-0[39])/contacts(/.*)?");
    private static final Pattern BATCHES =
            Pattern.compile(
                    "/crm/(?:v3/objects|objects/2026-0[39])/contacts/batch/(read|update|upsert|create)");
    private static final long TEN_SECONDS = 10_000;
    private static final long DAY = 86_400_000;

    private final String serviceKey;
    private final Contacts contacts = new Contacts(Long::toString, List.of());
    private final Properties properties = new Properties(contacts);
    private final ContactBatches batches = new ContactBatches(contacts, properties);
    private final Allowance window = new Allowance(190, TEN_SECONDS, System::currentTimeMillis);
    private final Allowance day = new Allowance(250_000, DAY, System::currentTimeMillis);
    private final Contacts deals = new Contacts(Long::toString, List.of());
    private final Allowance searching = new Allowance(5, 1_000, System::currentTimeMillis);
    private final Searches contactSearch = new Searches(contacts, "lastmodifieddate", searching);
    private final Searches dealSearch = new Searches(deals, "hs_lastmodifieddate", searching);
    private final AtomicLong requests = new AtomicLong();
    private final AtomicBoolean keyIsDead = new AtomicBoolean();

    /**
     * @param serviceKey the only token that is let in
     */
    public HubSpotSandbox(String serviceKey) {
        this.serviceKey = serviceKey;
    }

    public Contacts contacts() {
        return contacts;
    }

    /** Deals, whose {@code contacts} are ids with commas between them. */
    public Contacts deals() {
        return deals;
    }

    /** Searches within a second. */
    public Allowance searching() {
        return searching;
    }

    /** Calls within ten seconds. */
    public Allowance window() {
        return window;
    }

    /** Calls within a day. */
    public Allowance day() {
        return day;
    }

    /** From now on that e-mail address is none. */
    public void refuse(String email) {
        batches.refuse(email);
    }

    /** Lets the service key in again. */
    public void reviveKey() {
        keyIsDead.set(false);
    }

    @Override
    public Reply answer(Call call, boolean half) {
        String correlationId = "sandbox-%08d".formatted(requests.incrementAndGet());
        if (keyIsDead.get()
                || !call.header("Authorization").orElse("").equals("Bearer " + serviceKey)) {
            return new HubSpotError(
                            401,
                            "INVALID_AUTHENTICATION",
                            "Authentication credentials not found or not valid.",
                            "")
                    .whole(correlationId);
        }
        if (!window.take()) {
            return limit("TEN_SECONDLY_ROLLING", "ten_secondly_rolling");
        }
        if (!day.take()) {
            return limit("DAILY", "daily");
        }
        return route(call, half, correlationId)
                .with("X-HubSpot-RateLimit-Max", Integer.toString(window.limit()))
                .with("X-HubSpot-RateLimit-Remaining", Integer.toString(window.remaining()))
                .with("X-HubSpot-RateLimit-Interval-Milliseconds", Long.toString(TEN_SECONDS))
                .with("X-HubSpot-RateLimit-Daily", Integer.toString(day.limit()))
                .with("X-HubSpot-RateLimit-Daily-Remaining", Integer.toString(day.remaining()))
                .with("X-HubSpot-Correlation-Id", correlationId);
    }

    @Override
    public Reply throttled(@Nullable Duration retryAfter) {
        Reply reply = limit("TEN_SECONDLY_ROLLING", "ten_secondly_rolling");
        return retryAfter == null
                ? reply
                : reply.with("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
    }

    /** A service key does not expire: it is revoked. */
    @Override
    public void expireTokens() {
        keyIsDead.set(true);
    }

    private Reply route(Call call, boolean half, String correlationId) {
        Matcher batch = BATCHES.matcher(call.path());
        if (batch.matches() && call.method().equals("POST")) {
            return batches.answer(batch.group(1), call.json(), half, correlationId);
        }
        Matcher search = SEARCHES.matcher(call.path());
        if (search.matches() && call.method().equals("POST")) {
            Searches searches = search.group(1).equals("contacts") ? contactSearch : dealSearch;
            return searches.answer(call.json(), correlationId);
        }
        if (ASSOCIATIONS.matcher(call.path()).matches() && call.method().equals("POST")) {
            return dealSearch.associations(call.json());
        }
        if (DEALS.matcher(call.path()).matches() && call.method().equals("POST")) {
            return dealSearch.read(call.json(), correlationId);
        }
        Matcher property = PROPERTIES.matcher(call.path());
        if (property.matches()) {
            String tail = property.group(1);
            return properties.answer(call, tail == null ? "" : tail, correlationId);
        }
        return new HubSpotError(404, "OBJECT_NOT_FOUND", "No such address.", "")
                .whole(correlationId);
    }

    static Reply limit(String policy, String name) {
        return Reply.json(
                429,
                Map.of(
                        "status", "error",
                        "message", "You have reached your %s limit.".formatted(name),
                        "errorType", "RATE_LIMIT",
                        "policyName", policy,
                        "correlationId", "sandbox-429",
                        "requestId", "sandbox-429"));
    }
}
