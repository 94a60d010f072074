/** The part of HubSpot's interface that Laurel uses, as it is documented. */
@NullMarked
package dev.laurel.sandbox.hubspot;

import org.jspecify.annotations.NullMarked;
