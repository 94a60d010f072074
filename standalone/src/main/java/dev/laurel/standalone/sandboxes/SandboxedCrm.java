package dev.laurel.standalone.sandboxes;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.dynamics.DynamicsSandbox;
import dev.laurel.sandbox.http.SandboxServer;
import dev.laurel.sandbox.hubspot.HubSpotSandbox;
import dev.laurel.sandbox.salesforce.SalesforceSandbox;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A sandbox that listens, with contacts.
 *
 * @param kind of CRM that it is in place of, as connections name it
 * @param credentials that let a connection in
 * @param byMember ids of the contacts that members have
 * @param pages where people see them
 */
record SandboxedCrm(
        String kind,
        SandboxServer server,
        Map<String, String> credentials,
        Contacts contacts,
        Map<String, String> byMember,
        URI pages) {

    private static final String SECRET = "sandbox";

    /** One in place of each CRM, with a contact for each of the members. */
    static List<SandboxedCrm> startAll(List<String> members) throws IOException {
        HubSpotSandbox hubSpot = new HubSpotSandbox(SECRET);
        SalesforceSandbox salesforce = new SalesforceSandbox(SECRET, SECRET);
        DynamicsSandbox dynamics = new DynamicsSandbox(SECRET, SECRET, SECRET);
        SandboxServer forHubSpot = new SandboxServer(hubSpot, 0);
        SandboxServer forSalesforce = new SandboxServer(salesforce, 0);
        SandboxServer forDynamics = new SandboxServer(dynamics, 0);
        return List.of(
                new SandboxedCrm(
                        "hubspot",
                        forHubSpot,
                        Map.of("serviceKey", SECRET),
                        hubSpot.contacts(),
                        fill(hubSpot.contacts(), "email", members),
                        forHubSpot.show("HubSpot", hubSpot.contacts())),
                new SandboxedCrm(
                        "salesforce",
                        forSalesforce,
                        Map.of("clientId", SECRET, "clientSecret", SECRET),
                        salesforce.contacts(),
                        fill(salesforce.contacts(), "Email", members),
                        forSalesforce.show("Salesforce", salesforce.contacts())),
                new SandboxedCrm(
                        "dynamics",
                        forDynamics,
                        Map.of(
                                "authority", forDynamics.url().toString(),
                                "tenantId", SECRET,
                                "clientId", SECRET,
                                "clientSecret", SECRET),
                        dynamics.contacts(),
                        fill(dynamics.contacts(), "emailaddress1", members),
                        forDynamics.show("Dynamics 365", dynamics.contacts())));
    }

    private static Map<String, String> fill(
            Contacts contacts, String emailField, List<String> members) {
        Map<String, String> byMember = new LinkedHashMap<>();
        for (String member : members) {
            try {
                byMember.put(member, contacts.create(Map.of(emailField, emailOf(member))).id());
            } catch (Contacts.Taken e) {
                throw new IllegalStateException(
                        "Expected an empty sandbox, but it has " + member, e);
            }
        }
        return byMember;
    }

    /** An address that belongs to nobody. */
    static String emailOf(String member) {
        return member.toLowerCase(Locale.ROOT) + "@sandbox.example";
    }
}
