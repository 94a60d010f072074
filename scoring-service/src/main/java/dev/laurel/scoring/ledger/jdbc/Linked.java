package dev.laurel.scoring.ledger.jdbc;

import dev.laurel.scoring.ledger.Posting;

/**
 * A posting that has its place in a chain.
 *
 * @param posting the posting
 * @param link id of its link
 * @param digest the first 8 bytes of its digest
 */
record Linked(Posting posting, long link, long digest) {}
