/** Asks the member service how members can be found in a CRM. */
@NullMarked
package dev.laurel.crm.registry;

import org.jspecify.annotations.NullMarked;
