/** Sandboxes in place of CRMs, connected to a running platform over its API. */
@NullMarked
package dev.laurel.standalone.sandboxes;

import org.jspecify.annotations.NullMarked;
