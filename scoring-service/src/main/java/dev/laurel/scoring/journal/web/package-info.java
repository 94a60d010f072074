/** The journal as JSON and CSV. */
@NullMarked
package dev.laurel.scoring.journal.web;

import org.jspecify.annotations.NullMarked;
