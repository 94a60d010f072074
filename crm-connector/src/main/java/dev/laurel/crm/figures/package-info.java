/** What operators see of deliveries: backlog, quota and refusals of every connection. */
@NullMarked
package dev.laurel.crm.figures;

import org.jspecify.annotations.NullMarked;
