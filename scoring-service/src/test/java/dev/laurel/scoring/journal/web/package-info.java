/** Tests. */
@NullMarked
package dev.laurel.scoring.journal.web;

import org.jspecify.annotations.NullMarked;
