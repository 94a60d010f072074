/** Verification over HTTP. */
@NullMarked
package dev.laurel.scoring.integrity.web;

import org.jspecify.annotations.NullMarked;
