/** Requests that may come twice and are done once. */
@NullMarked
package dev.laurel.scoring.requests;

import org.jspecify.annotations.NullMarked;
