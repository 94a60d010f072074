package dev.laurel.crm.delivery;

import dev.laurel.crm.connections.CrmKind;
import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.dynamics.DynamicsSandbox;
import dev.laurel.sandbox.http.Vendor;
import java.net.URI;
import java.util.Map;

/** Contacts of Dynamics 365. */
class DynamicsContactMakingIT extends ContactMakingContract {

    private final DynamicsSandbox dynamics = new DynamicsSandbox("acme", "app", "secret");

    DynamicsContactMakingIT() {
        super(CrmKind.DYNAMICS, "emailaddress1");
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
    protected Map<String, String> secrets(URI url) {
        return Map.of(
                "authority", url.toString(),
                "tenantId", "acme",
                "clientId", "app",
                "clientSecret", "secret");
    }

    @Override
    protected void detectNoDuplicates() {
        dynamics.detectDuplicates(false);
    }

    @Override
    protected void refuse(String email) {
        dynamics.refuse(email, "0x80040265", email + " is not ours.");
    }
}
