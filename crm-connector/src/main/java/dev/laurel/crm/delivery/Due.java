package dev.laurel.crm.delivery;

/**
 * A member with changes that the CRM does not know.
 *
 * @param version counts the changes; a delivery settles those up to the one that it began with
 * @param attempts how often it was tried since the last success
 * @param resync how often everything was to be sent again by then, of all members
 */
public record Due(String member, long version, Lane lane, int attempts, long resync) {}
