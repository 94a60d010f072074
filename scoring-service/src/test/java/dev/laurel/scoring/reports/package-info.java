/** Tests. */
@NullMarked
package dev.laurel.scoring.reports;

import org.jspecify.annotations.NullMarked;
