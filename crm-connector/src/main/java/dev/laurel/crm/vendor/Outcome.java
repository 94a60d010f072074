package dev.laurel.crm.vendor;

/** What became of one record of a batch. */
public sealed interface Outcome {

    /** It is there. */
    record Done() implements Outcome {}

    /** It is not, or nobody knows; the same again may well succeed. */
    record Again(String reason) implements Outcome {}

    /** The contact is not there any more. */
    record Gone() implements Outcome {}

    /** It will not be taken however often it is sent. */
    record Refused(Refusal refusal) implements Outcome {}
}
