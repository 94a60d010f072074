package dev.laurel.scoring.programs;

/**
 * A rate of exchange as the version in force has it.
 *
 * @param id its id in the program
 * @param from the wallet that is paid with
 * @param paid how many points of it are exchanged at once, above 0
 * @param to another wallet
 * @param given how many points of it are given for those, above 0
 */
public record ExchangePlan(String id, String from, long paid, String to, long given) {}
