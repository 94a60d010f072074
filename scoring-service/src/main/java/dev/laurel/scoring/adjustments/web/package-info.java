/** Adjustments over HTTP. */
@NullMarked
package dev.laurel.scoring.adjustments.web;

import org.jspecify.annotations.NullMarked;
