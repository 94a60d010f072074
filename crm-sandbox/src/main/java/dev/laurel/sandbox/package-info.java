/**
 * A sandbox: servers that behave like the CRMs' interfaces that Laurel uses, with no CRM behind
 * them.
 */
@NullMarked
package dev.laurel.sandbox;

import org.jspecify.annotations.NullMarked;
