package dev.laurel.crm.profiles;

/**
 * What is in a wallet.
 *
 * @param available points that can be spent, below zero where the program allows it
 * @param lifetime points ever earned, less those taken back by reversals
 */
public record Balance(long available, long lifetime) {}
