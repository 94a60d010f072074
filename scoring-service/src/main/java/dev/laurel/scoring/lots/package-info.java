/**
 * Points given with a term: when they can be used, until when, and which of them are used first.
 */
@NullMarked
package dev.laurel.scoring.lots;

import org.jspecify.annotations.NullMarked;
