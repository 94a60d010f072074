/** A program's connections to CRMs: where, as whom, what, and how much. */
@NullMarked
package dev.laurel.crm.connections;

import org.jspecify.annotations.NullMarked;
