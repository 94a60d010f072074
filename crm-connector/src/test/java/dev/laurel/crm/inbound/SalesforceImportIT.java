package dev.laurel.crm.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.http.Vendor;
import dev.laurel.sandbox.salesforce.SalesforceSandbox;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Contacts and opportunities of Salesforce. */
class SalesforceImportIT extends ImportContract {

    private final SalesforceSandbox salesforce = new SalesforceSandbox("client", "secret");

    SalesforceImportIT() {
        super("salesforce", "{\"clientId\": \"client\", \"clientSecret\": \"secret\"}");
        salesforce.field("Shop_Member__c");
        // Pages that are shorter than what was asked for.
        salesforce.pageSize(90);
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
    protected Contacts purchases() {
        return salesforce.opportunities();
    }

    @Override
    protected String emailField() {
        return "Email";
    }

    @Override
    protected String cityField() {
        return "MailingCity";
    }

    @Override
    protected String memberField() {
        return "Shop_Member__c";
    }

    @Override
    protected Map<String, String> won(String amount, String contacts) {
        return opportunity("true", amount, contacts);
    }

    @Override
    protected Map<String, String> open(String amount, String contacts) {
        return opportunity("false", amount, contacts);
    }

    private static Map<String, String> opportunity(String won, String amount, String contacts) {
        return Map.of(
                "IsWon", won, "amount", amount, "CloseDate", "2026-05-01", "contacts", contacts);
    }

    @Test
    void hasNoWebhooks() {
        // When
        var answer = post(Map.of(), "{}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("no-webhooks");
    }

    @Test
    void goesOnWithAnotherToken() throws Exception {
        // Given
        people(300);
        importAll("");
        salesforce.expireTokens();
        people(salesforce.contacts().all().getFirst().id(), "MailingCity", "Oslo");

        // When
        importAll("");

        // Then
        assertThat(known("m-0")).containsEntry("attributes.city", "Oslo");
    }
}
