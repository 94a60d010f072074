/** Placeholder. */
@NullMarked
package dev.laurel.web;

import org.jspecify.annotations.NullMarked;
