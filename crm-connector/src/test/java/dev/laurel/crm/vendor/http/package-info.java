/** What goes over the wire. */
@NullMarked
package dev.laurel.crm.vendor.http;

import org.jspecify.annotations.NullMarked;
