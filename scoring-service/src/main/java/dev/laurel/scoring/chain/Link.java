package dev.laurel.scoring.chain;

import java.time.Instant;

/**
 * What one transaction booked for a program and stripe.
 *
 * @param program the program's id
 * @param id grows with time, over all stripes
 * @param stripe which of the program's chains
 * @param number counts the links of the chain from 1
 * @param postings how many it has
 * @param recordedAt when they were booked
 * @param previous hash of the link before it, {@link Hash#BEGINNING} for the first
 * @param hash of it all
 */
public record Link(
        String program,
        long id,
        int stripe,
        long number,
        int postings,
        Instant recordedAt,
        Hash previous,
        Hash hash) {}
