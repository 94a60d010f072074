package dev.laurel.standalone.sandboxes;

import java.net.URI;

/**
 * What came into the sandbox in place of one CRM.
 *
 * @param crm the connection's name, as of the kind of CRM
 * @param contacts that members have in the sandbox
 * @param linked members whose contact was found there
 * @param equal of them, those whose contact has what the platform's member view says
 * @param changes of their profiles, each of which a CRM could have been told of by itself
 * @param written contacts written instead
 * @param calls made for everything, links and tokens included
 * @param page where people see one of the contacts
 */
public record CrmFigures(
        String crm,
        long contacts,
        long linked,
        long equal,
        long changes,
        long written,
        long calls,
        URI page) {

    /** Whether every member that has a contact was found, and has what the contact should have. */
    public boolean isComplete() {
        return linked == contacts && equal == contacts;
    }
}
