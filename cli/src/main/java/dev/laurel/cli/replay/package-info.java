/** Sends a file of events to a running platform. */
@NullMarked
package dev.laurel.cli.replay;

import org.jspecify.annotations.NullMarked;
