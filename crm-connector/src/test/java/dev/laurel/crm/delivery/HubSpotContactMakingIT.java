package dev.laurel.crm.delivery;

import dev.laurel.crm.connections.CrmKind;
import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.http.Vendor;
import dev.laurel.sandbox.hubspot.HubSpotSandbox;
import java.net.URI;
import java.util.Map;

/** Contacts of HubSpot. */
class HubSpotContactMakingIT extends ContactMakingContract {

    private final HubSpotSandbox hubspot = new HubSpotSandbox("key");

    HubSpotContactMakingIT() {
        super(CrmKind.HUBSPOT, "email");
    }

    @Override
    protected Vendor vendor() {
        return hubspot;
    }

    @Override
    protected Contacts contacts() {
        return hubspot.contacts();
    }

    @Override
    protected Map<String, String> secrets(URI url) {
        return Map.of("serviceKey", "key");
    }

    @Override
    protected boolean namesWhatIsThere() {
        return true;
    }

    @Override
    protected void refuse(String email) {
        hubspot.refuse(email);
    }
}
