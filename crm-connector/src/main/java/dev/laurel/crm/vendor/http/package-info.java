/** Calls over HTTP whose failures are values. */
@NullMarked
package dev.laurel.crm.vendor.http;

import org.jspecify.annotations.NullMarked;
