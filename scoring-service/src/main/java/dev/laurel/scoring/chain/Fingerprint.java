package dev.laurel.scoring.chain;

import java.util.List;
import java.util.stream.Stream;

/**
 * One text for all of a program's chains: whoever keeps it can tell later whether they have
 * changed.
 */
public final class Fingerprint {

    private Fingerprint() {}

    /**
     * SHA-256 of stripe, number and hash of every head.
     *
     * @param heads by stripe
     */
    public static Hash of(List<Head> heads) {
        Object[] fields =
                heads.stream()
                        .flatMap(head ->
                                Stream.<Object>of(head.stripe(), head.number(), head.hash()))
                        .toArray();
        return Hash.of(new Digests().digest(fields));
    }
}
