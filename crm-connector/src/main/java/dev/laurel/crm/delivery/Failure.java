package dev.laurel.crm.delivery;

import dev.laurel.crm.vendor.Refusal;
import java.time.Instant;

/** A member whose data the CRM does not take. */
public record Failure(String member, Refusal refusal, Instant at) {}
