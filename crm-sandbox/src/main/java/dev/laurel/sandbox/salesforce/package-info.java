/** The part of Salesforce's interface that Laurel uses, as it is documented. */
@NullMarked
package dev.laurel.sandbox.salesforce;

import org.jspecify.annotations.NullMarked;
