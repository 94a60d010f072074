package dev.laurel.crm.delivery;

import java.time.Duration;

/**
 * How patient deliveries are.
 *
 * @param linger how long a member's changes are collected before they are worth a call
 * @param idle how long a courier rests that found nothing to do
 * @param firstRetry before a record is tried again that failed once
 * @param firstDenial before a CRM is asked again that did not let the connection in
 * @param firstOutage before a CRM is tried again that failed more often than not
 */
public record Rhythm(
        Duration linger,
        Duration idle,
        Duration firstRetry,
        Duration firstDenial,
        Duration firstOutage) {}
