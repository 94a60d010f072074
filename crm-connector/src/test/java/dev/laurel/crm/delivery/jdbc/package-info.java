/** What the database keeps of deliveries. */
@NullMarked
package dev.laurel.crm.delivery.jdbc;

import org.jspecify.annotations.NullMarked;
