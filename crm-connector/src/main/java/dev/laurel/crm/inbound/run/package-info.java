/** Gives every courier what is to be taken in of its connection. */
@NullMarked
package dev.laurel.crm.inbound.run;

import org.jspecify.annotations.NullMarked;
