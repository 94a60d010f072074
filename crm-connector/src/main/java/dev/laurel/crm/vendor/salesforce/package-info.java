/** Salesforce's REST interface. */
@NullMarked
package dev.laurel.crm.vendor.salesforce;

import org.jspecify.annotations.NullMarked;
