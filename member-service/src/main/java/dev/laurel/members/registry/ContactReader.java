package dev.laurel.members.registry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks how a member can be reached: shapes only, nobody is written to. */
record ContactReader(Faults faults) {

    private static final List<String> PROPERTIES = List.of("email", "phone", "crmIds");

    /**
     * Of RFC 5321 what is in use: a local part of at most 64 characters and a domain with a dot.
     */
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
                            + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
                            + "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private static final int MAX_EMAIL = 254;
    private static final Pattern E_164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern CRM = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final int MAX_CRMS = 10;
    private static final int MAX_ID = 200;

    Contact read(String pointer, @Nullable Object value) {
        Map<?, ?> contact = faults.object(pointer, value);
        faults.unknown(pointer, contact, PROPERTIES);
        return new Contact(
                faults.text(
                        pointer + "/email",
                        contact.get("email"),
                        "an e-mail address",
                        text -> text.length() <= MAX_EMAIL && EMAIL.matcher(text).matches()),
                faults.text(
                        pointer + "/phone",
                        contact.get("phone"),
                        "a number in E.164 form such as +442071234567",
                        text -> E_164.matcher(text).matches()),
                crmIds(pointer + "/crmIds", contact.get("crmIds")));
    }

    private Map<String, String> crmIds(String pointer, @Nullable Object value) {
        Map<?, ?> ids = faults.object(pointer, value);
        if (ids.size() > MAX_CRMS) {
            faults.add(pointer, "ids in at most %d CRMs".formatted(MAX_CRMS), ids.size());
        }
        Map<String, String> read = new TreeMap<>();
        ids.forEach((name, id) -> {
            String crm = String.valueOf(name);
            String place = pointer + "/" + Faults.escaped(name);
            if (!CRM.matcher(crm).matches()) {
                faults.add(place, "the name of a CRM of the form " + CRM, name);
            }
            if (id instanceof String text && !text.isBlank() && Texts.isPlain(text, MAX_ID)) {
                read.put(crm, text);
            } else {
                faults.add(place, "an id of 1 to %d characters".formatted(MAX_ID), id);
            }
        });
        return read;
    }
}
