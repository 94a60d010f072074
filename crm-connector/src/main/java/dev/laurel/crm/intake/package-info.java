/** Sends events where everybody sends them, to the gateway. */
@NullMarked
package dev.laurel.crm.intake;

import org.jspecify.annotations.NullMarked;
