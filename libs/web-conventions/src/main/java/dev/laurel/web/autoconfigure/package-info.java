/** Gives the conventions to a service that has this library on its class path. */
@NullMarked
package dev.laurel.web.autoconfigure;

import org.jspecify.annotations.NullMarked;
