package dev.laurel.crm.reconciliation;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.dynamics.DynamicsSandbox;
import dev.laurel.sandbox.http.Vendor;

/** Contacts of Dynamics 365. */
class DynamicsReconciliationIT extends ReconciliationContract {

    private final DynamicsSandbox dynamics = new DynamicsSandbox("acme", "app", "secret");

    DynamicsReconciliationIT() {
        super(
                "dynamics",
                """
                {"authority": "{url}", "tenantId": "acme", "clientId": "app",
                 "clientSecret": "secret"}
                """,
                "laurel_starsavailable");
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
    protected String emailField() {
        return "emailaddress1";
    }
}
