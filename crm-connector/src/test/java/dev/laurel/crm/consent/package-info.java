/** Tests. */
@NullMarked
package dev.laurel.crm.consent;

import org.jspecify.annotations.NullMarked;
