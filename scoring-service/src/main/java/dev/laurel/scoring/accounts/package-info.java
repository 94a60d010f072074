/** What members have, and how it came about. */
@NullMarked
package dev.laurel.scoring.accounts;

import org.jspecify.annotations.NullMarked;
