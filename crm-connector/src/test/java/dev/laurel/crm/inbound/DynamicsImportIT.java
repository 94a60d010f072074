package dev.laurel.crm.inbound;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.dynamics.DynamicsSandbox;
import dev.laurel.sandbox.http.Vendor;
import java.util.Map;

/** Contacts and orders of Dynamics 365. */
class DynamicsImportIT extends ImportContract {

    private final DynamicsSandbox dynamics =
            new DynamicsSandbox("contoso.example", "client", "secret");

    DynamicsImportIT() {
        super(
                "dynamics",
                """
                {"tenantId": "contoso.example", "clientId": "client", "clientSecret": "secret",
                 "authority": "{url}"}
                """);
        dynamics.column("shop_member");
    }

    @Override
    protected Vendor vendor() {
        return dynamics;
    }

    @Override
    protected Contacts contacts() {
        return dynamics.contacts();
    }

    @Override
    protected Contacts purchases() {
        return dynamics.orders();
    }

    @Override
    protected String emailField() {
        return "emailaddress1";
    }

    @Override
    protected String cityField() {
        return "address1_city";
    }

    @Override
    protected String memberField() {
        return "shop_member";
    }

    @Override
    protected Map<String, String> won(String amount, String contacts) {
        return order("3", amount, contacts);
    }

    @Override
    protected Map<String, String> open(String amount, String contacts) {
        return order("1", amount, contacts);
    }

    private static Map<String, String> order(String state, String amount, String contacts) {
        return Map.of(
                "statecode", state,
                "amount", amount,
                "datefulfilled", "2026-05-01",
                "_customerid_value", contacts);
    }
}
