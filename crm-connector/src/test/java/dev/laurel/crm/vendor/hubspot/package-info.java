/** HubSpot's own ways. */
@NullMarked
package dev.laurel.crm.vendor.hubspot;

import org.jspecify.annotations.NullMarked;
