package dev.laurel.crm.reconciliation;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.http.Vendor;
import dev.laurel.sandbox.salesforce.SalesforceSandbox;

/** Contacts of Salesforce. */
class SalesforceReconciliationIT extends ReconciliationContract {

    private final SalesforceSandbox salesforce = new SalesforceSandbox("app", "secret");

    SalesforceReconciliationIT() {
        super(
                "salesforce",
                "{\"clientId\": \"app\", \"clientSecret\": \"secret\"}",
                "Laurel_Stars_Available__c");
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
    protected String emailField() {
        return "Email";
    }
}
