/** What Salesforce's answers come to. */
@NullMarked
package dev.laurel.crm.vendor.salesforce;

import org.jspecify.annotations.NullMarked;
