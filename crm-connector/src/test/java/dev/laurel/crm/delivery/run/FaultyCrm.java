package dev.laurel.crm.delivery.run;

import dev.laurel.crm.connections.Credentials;
import dev.laurel.crm.connections.CrmKind;
import dev.laurel.crm.connections.Quota;
import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.dynamics.DynamicsSandbox;
import dev.laurel.sandbox.faults.Fault;
import dev.laurel.sandbox.http.Allowance;
import dev.laurel.sandbox.http.Vendor;
import dev.laurel.sandbox.hubspot.HubSpotSandbox;
import dev.laurel.sandbox.salesforce.SalesforceSandbox;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The three CRMs, as far as a fault run has to tell them apart. */
enum FaultyCrm {
    HUBSPOT(CrmKind.HUBSPOT, "email"),
    SALESFORCE(CrmKind.SALESFORCE, "Email"),
    DYNAMICS(CrmKind.DYNAMICS, "emailaddress1");

    private final CrmKind kind;
    private final String emailField;

    FaultyCrm(CrmKind kind, String emailField) {
        this.kind = kind;
        this.emailField = emailField;
    }

    /**
     * A CRM.
     *
     * @param window the vendor's own limit of moments; {@code null} for Salesforce, which has none
     */
    record Sandbox(
            Vendor vendor,
            Contacts contacts,
            @Nullable Allowance window,
            Map<String, String> secrets) {

        Credentials credentials(URI url) {
            if (!secrets.containsKey("authority")) {
                return new Credentials(secrets);
            }
            Map<String, String> located = new HashMap<>(secrets);
            located.put("authority", url.toString());
            return new Credentials(located);
        }
    }

    CrmKind kind() {
        return kind;
    }

    String emailField() {
        return emailField;
    }

    Sandbox make() {
        return switch (this) {
            case HUBSPOT -> {
                HubSpotSandbox sandbox = new HubSpotSandbox("key");
                yield new Sandbox(
                        sandbox, sandbox.contacts(), sandbox.window(), Map.of("serviceKey", "key"));
            }
            case SALESFORCE -> {
                SalesforceSandbox sandbox = new SalesforceSandbox("id", "secret");
                yield new Sandbox(
                        sandbox,
                        sandbox.contacts(),
                        null,
                        Map.of("clientId", "id", "clientSecret", "secret"));
            }
            case DYNAMICS -> {
                DynamicsSandbox sandbox = new DynamicsSandbox("tenant", "id", "secret");
                yield new Sandbox(
                        sandbox,
                        sandbox.contacts(),
                        sandbox.window(),
                        Map.of(
                                "authority", "",
                                "tenantId", "tenant",
                                "clientId", "id",
                                "clientSecret", "secret"));
            }
        };
    }

    /** Small enough to be in the way. */
    Quota quota() {
        return switch (this) {
            case HUBSPOT, SALESFORCE -> new Quota(100_000, 20, Duration.ofSeconds(1), 3);
            case DYNAMICS -> new Quota(100_000, 400, Duration.ofSeconds(1), 3);
        };
    }

    /** All ways to fail; a service key that is revoked would need somebody to see to it. */
    List<Fault> weather() {
        List<Fault> weather =
                new ArrayList<>(
                        List.of(
                                new Fault.ServerError(500),
                                new Fault.ServerError(503),
                                new Fault.LostRequest(),
                                new Fault.LostAnswer(),
                                new Fault.LostAnswer(),
                                new Fault.HalfFails(),
                                new Fault.Slow(Duration.ofMillis(150))));
        switch (this) {
            case HUBSPOT -> weather.add(new Fault.Throttled(Duration.ofSeconds(1)));
            case SALESFORCE -> weather.add(new Fault.ExpiredToken());
            case DYNAMICS ->
                    weather.addAll(
                            List.of(
                                    new Fault.ExpiredToken(),
                                    new Fault.Throttled(Duration.ofSeconds(1))));
        }
        return weather;
    }
}
