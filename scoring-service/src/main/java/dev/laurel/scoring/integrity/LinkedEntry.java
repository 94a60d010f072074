package dev.laurel.scoring.integrity;

import dev.laurel.scoring.journal.Entry;

/**
 * A posting with what ties it to its link.
 *
 * @param entry the posting
 * @param link id of its link
 * @param digest the first 8 bytes of its digest, as kept with it
 */
public record LinkedEntry(Entry entry, long link, long digest) {}
