/** What CRMs know of members, on its way in: told by webhooks or fetched. */
@NullMarked
package dev.laurel.crm.inbound;

import org.jspecify.annotations.NullMarked;
