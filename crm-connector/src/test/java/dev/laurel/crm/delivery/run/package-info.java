/** Who serves a connection, and for how long. */
@NullMarked
package dev.laurel.crm.delivery.run;

import org.jspecify.annotations.NullMarked;
