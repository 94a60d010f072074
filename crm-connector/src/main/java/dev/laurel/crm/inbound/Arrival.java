package dev.laurel.crm.inbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of something that came in. */
public sealed interface Arrival {

    /** What it is of. */
    enum Subject {
        CONTACT,
        /** A change that an event is made of. */
        CHANGE,
        PURCHASE,
        /** Somebody asked the CRM to forget the contact; the subject's id is the contact's. */
        ERASURE
    }

    /** Of which contact. */
    String contact();

    /**
     * A contact that is known now, and what it says.
     *
     * @param digest of what it says
     * @param isNews whether it said something else before
     */
    record Known(String contact, String member, String digest, boolean isNews) implements Arrival {}

    /** An event was posted. */
    record Posted(Subject subject, String id, String contact) implements Arrival {}

    /** A contact, or a purchase, whose member wants nothing of it. */
    record Withheld(Subject subject, String id, String contact) implements Arrival {}

    /**
     * It waits for somebody to see to it.
     *
     * @param unlinked whether all that it lacks is that the contact is linked
     * @param modified when it was changed last, {@code null} for what can be asked for by its id
     */
    record SetAside(
            Subject subject,
            String id,
            String contact,
            boolean unlinked,
            String reason,
            @Nullable Instant modified)
            implements Arrival {

        /** Why a purchase is set aside that one member alone can't take along. */
        public static final String OF_SEVERAL = "The purchase is of contacts of several members.";

        static SetAside contact(String contact, String reason) {
            return new SetAside(Subject.CONTACT, contact, contact, false, reason, null);
        }

        public static SetAside another(String contact) {
            return contact(contact, "What is known of the member comes from another contact.");
        }

        static SetAside unlinked(String contact) {
            return new SetAside(
                    Subject.CONTACT,
                    contact,
                    contact,
                    true,
                    "No member is linked to the contact, and it names none.",
                    null);
        }
    }

    /**
     * A contact of which it can't be said whose it is. The member that it was taken in for, if
     * there is one, may be taken in from another one.
     */
    record Unassigned(SetAside aside) implements Arrival {

        @Override
        public String contact() {
            return aside.contact();
        }
    }

    /**
     * What is known of its member comes from another contact. That one is read again, as it may be
     * gone or of somebody else by now, which not every CRM tells.
     *
     * @param holder the other contact
     */
    record Claimed(String contact, String holder) implements Arrival {}

    /** There is no such contact any more. */
    record Gone(String contact) implements Arrival {}

    /**
     * The CRM was asked to forget the contact. Whether its member is to be erased here, a human has
     * to say: until then it is set aside, whatever else becomes of the contact.
     */
    record Forgotten(String contact) implements Arrival {}

    /** What was set aside is not in the CRM any more, or not as it has to be. */
    record Missing(Subject subject, String id, String contact) implements Arrival {}
}
