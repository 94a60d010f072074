package dev.laurel.crm.delivery;

import dev.laurel.crm.connections.CrmKind;
import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.http.Vendor;
import dev.laurel.sandbox.salesforce.SalesforceSandbox;
import java.net.URI;
import java.util.Map;

/** Contacts of Salesforce. */
class SalesforceContactMakingIT extends ContactMakingContract {

    private final SalesforceSandbox salesforce = new SalesforceSandbox("id", "secret");

    SalesforceContactMakingIT() {
        super(CrmKind.SALESFORCE, "Email");
    }

    @Override
    protected Vendor vendor() {
        return salesforce;
    }

    @Override
    protected Contacts contacts() {
        return salesforce.contacts();
    }

    @Override
    protected Map<String, String> secrets(URI url) {
        return Map.of("clientId", "id", "clientSecret", "secret");
    }

    @Override
    protected void detectNoDuplicates() {
        salesforce.detectDuplicates(false);
    }

    @Override
    protected void refuse(String email) {
        salesforce.refuse(email, "FIELD_CUSTOM_VALIDATION_EXCEPTION", email + " is not ours.");
    }
}
