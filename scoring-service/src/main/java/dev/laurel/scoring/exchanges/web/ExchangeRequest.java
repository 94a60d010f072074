package dev.laurel.scoring.exchanges.web;

/**
 * What to exchange.
 *
 * @param exchange the program's exchange
 * @param points points of its {@code from} wallet, a multiple of what it says
 */
record ExchangeRequest(String exchange, long points) {}
