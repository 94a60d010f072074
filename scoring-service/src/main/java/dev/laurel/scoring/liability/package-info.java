/** What a program owes its members. */
@NullMarked
package dev.laurel.scoring.liability;

import org.jspecify.annotations.NullMarked;
