/** The one public door: events come in here, everything else is passed on to the services. */
@NullMarked
package dev.laurel.gateway;

import org.jspecify.annotations.NullMarked;
