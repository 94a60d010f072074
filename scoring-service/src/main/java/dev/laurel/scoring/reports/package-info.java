/** The books as of any instant: what was owed then, and what moved per day. */
@NullMarked
package dev.laurel.scoring.reports;

import org.jspecify.annotations.NullMarked;
