package dev.laurel.crm.vendor;

/**
 * A contact to be made for a member.
 *
 * @param keyField the CRM's unique field for the member's id
 * @param email by which people will know whose contact it is
 */
public record NewContact(String member, String keyField, String email) {

    /**
     * What stands in for a last name where the CRM wants one: nobody here knows the member's. What
     * the address has before its domain, which people can tell from a name.
     */
    public String lastName() {
        int at = email.indexOf('@');
        return at < 1 ? email : email.substring(0, at);
    }

    /** Without the address. */
    @Override
    public String toString() {
        return "NewContact[" + member + "]";
    }
}
