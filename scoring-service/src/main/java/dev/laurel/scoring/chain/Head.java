package dev.laurel.scoring.chain;

/**
 * The last link of a chain, as somebody outside may keep it.
 *
 * @param stripe which of the program's chains
 * @param number of the link
 * @param hash of the link
 */
public record Head(int stripe, long number, Hash hash) {}
