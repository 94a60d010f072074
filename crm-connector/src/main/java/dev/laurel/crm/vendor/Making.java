package dev.laurel.crm.vendor;

/** What became of a contact that was to be made. */
public sealed interface Making {

    /**
     * It is there now.
     *
     * @param contact its id
     */
    record Made(String contact) implements Making {}

    /**
     * None was made, as the CRM has such a contact: of the same key, or what it takes for the same
     * person.
     *
     * @param contact its id, {@code ""} where the CRM does not say
     */
    record There(String contact) implements Making {}

    /** Nobody knows; the same again is safe. */
    record Again(String reason) implements Making {}

    /** It won't be made. */
    record Refused(Refusal refusal) implements Making {}
}
