/**
 * Creates the platform's topics, reads and writes their records, and sets aside what cannot be
 * read.
 */
@NullMarked
package dev.laurel.topics;

import org.jspecify.annotations.NullMarked;
