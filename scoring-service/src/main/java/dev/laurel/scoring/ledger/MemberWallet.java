package dev.laurel.scoring.ledger;

/**
 * One wallet of one member: what has a balance.
 *
 * @param member whose it is
 * @param wallet the wallet's id
 */
public record MemberWallet(Member member, String wallet) {}
