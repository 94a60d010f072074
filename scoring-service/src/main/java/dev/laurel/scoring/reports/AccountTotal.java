package dev.laurel.scoring.reports;

import java.math.BigInteger;

/**
 * What came together on one account of a wallet.
 *
 * @param wallet the wallet's id
 * @param account the account's id, such as {@code member} or {@code issuance:rule:base-earn}
 * @param debits points taken from it
 * @param credits points given to it
 */
public record AccountTotal(String wallet, String account, BigInteger debits, BigInteger credits) {

    public BigInteger balance() {
        return credits.subtract(debits);
    }
}
