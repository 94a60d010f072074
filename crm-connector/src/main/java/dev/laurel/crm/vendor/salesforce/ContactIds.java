package dev.laurel.crm.vendor.salesforce;

/** Ids of records, of which there are two ways to write one. */
final class ContactIds {

    private static final int SHORT = 15;
    private static final int CHUNK = 5;
    private static final String CHECKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private ContactIds() {}

    /**
     * The long form, which does not depend on case: three characters more, each of which says which
     * of five are capitals. Anything else stays as it is.
     */
    static String full(String id) {
        if (!id.matches("[A-Za-z0-9]{%d}".formatted(SHORT))) {
            return id;
        }
        StringBuilder full = new StringBuilder(id);
        for (int chunk = 0; chunk < SHORT; chunk += CHUNK) {
            int capitals = 0;
            for (int place = 0; place < CHUNK; place++) {
                char letter = id.charAt(chunk + place);
                if (letter >= 'A' && letter <= 'Z') {
                    capitals |= 1 << place;
                }
            }
            full.append(CHECKS.charAt(capitals));
        }
        return full.toString();
    }
}
