/** Tests of deliveries. */
@NullMarked
package dev.laurel.crm.delivery;

import org.jspecify.annotations.NullMarked;
