/** A small HTTP server with what all sandboxes share: counting, faults, and no state of its own. */
@NullMarked
package dev.laurel.sandbox.http;

import org.jspecify.annotations.NullMarked;
