package dev.laurel.crm.consent;

/** What a member said of being written to CRMs. */
public enum Consent {
    /** Yes. */
    GIVEN(""),
    /** No, or no longer. */
    REFUSED("The member does not consent to it."),
    /** Nothing. Nothing is written then, and what was written before anybody asked stays. */
    UNSAID("The member has not consented to it."),
    /** There is no such member any more. */
    ERASED("The member was erased.");

    private final String reason;

    Consent(String reason) {
        this.reason = reason;
    }

    /** Why nothing is written, for people. */
    public String reason() {
        return reason;
    }

    /** Whether what was written has to be taken away. */
    public boolean isToBeCleared() {
        return switch (this) {
            case REFUSED, ERASED -> true;
            case GIVEN, UNSAID -> false;
        };
    }
}
