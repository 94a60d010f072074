/** What the answers of Dynamics come to. */
@NullMarked
package dev.laurel.crm.vendor.dynamics;

import org.jspecify.annotations.NullMarked;
