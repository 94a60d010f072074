package dev.laurel.crm.delivery;

import dev.laurel.crm.vendor.Refusal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How one member's delivery ended. */
public sealed interface Settlement {

    Due due();

    /**
     * The CRM has it.
     *
     * @param known what its fields are now
     * @param sent whether it took a call
     */
    record Delivered(Due due, Map<String, String> known, boolean sent) implements Settlement {}

    /** To be tried again. */
    record Retry(Due due, Instant at, String reason) implements Settlement {}

    /** The CRM won't take it; until the member changes or somebody asks for it, that is all. */
    record Failed(Due due, Refusal refusal) implements Settlement {}

    /** There is no contact to write to; to be looked for again. */
    record Unlinked(Due due, Instant retryAt, String reason) implements Settlement {}

    /** The contact is gone: what is known of it is forgotten, and another one is looked for. */
    record Lost(Due due) implements Settlement {}

    /** Nothing was sent, as nothing may be; what is there stays. */
    record Withheld(Due due, String reason) implements Settlement {}

    /**
     * Nothing is left of what was written: there is no contact any more that it is linked to. If it
     * has come to be linked to another one, that is to be cleared as well.
     *
     * @param contact that was cleared, {@code null} where there was none
     */
    record Cleared(Due due, @Nullable String contact, String reason) implements Settlement {}

    /** Nothing was found out; it stays due as it was. */
    record Postponed(Due due) implements Settlement {}
}
