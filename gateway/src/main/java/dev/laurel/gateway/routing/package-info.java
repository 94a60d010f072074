/** Passes requests on to the service whose part of the API they are for. */
@NullMarked
package dev.laurel.gateway.routing;

import org.jspecify.annotations.NullMarked;
