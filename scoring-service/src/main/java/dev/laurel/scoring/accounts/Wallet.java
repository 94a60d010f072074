package dev.laurel.scoring.accounts;

/**
 * A wallet of a member that points were ever booked in.
 *
 * @param wallet the wallet's id
 * @param available points that can be spent; negative when more was taken than there was
 * @param held points that are reserved
 * @param lifetime all points ever given, less those taken back by reversals
 */
public record Wallet(String wallet, long available, long held, long lifetime) {}
