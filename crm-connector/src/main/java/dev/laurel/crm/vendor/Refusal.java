package dev.laurel.crm.vendor;

/**
 * Why a CRM does not take something, in its own words.
 *
 * @param code the vendor's kind of error
 * @param message the vendor's text
 * @param correlation what the vendor's support will ask for, {@code ""} for nothing
 */
public record Refusal(String code, String message, String correlation) {}
