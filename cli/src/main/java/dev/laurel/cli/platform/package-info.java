/** The platform as seen from outside: its address and its HTTP API. */
@NullMarked
package dev.laurel.cli.platform;

import org.jspecify.annotations.NullMarked;
