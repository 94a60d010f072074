/** Runs one courier per connection, on one instance at a time. */
@NullMarked
package dev.laurel.crm.delivery.run;

import org.jspecify.annotations.NullMarked;
