/** The liability over HTTP. */
@NullMarked
package dev.laurel.scoring.liability.web;

import org.jspecify.annotations.NullMarked;
