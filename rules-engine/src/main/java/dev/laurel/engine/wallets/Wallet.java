package dev.laurel.engine.wallets;

/**
 * A kind of points. Its balance may go below zero ({@code overdraft: allow}).
 *
 * @param id its id
 * @param name what people call it, the id when the program does not say
 */
public record Wallet(String id, String name) {}
