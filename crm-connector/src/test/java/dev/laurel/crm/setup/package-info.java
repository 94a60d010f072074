/** Tests of what is made in CRMs. */
@NullMarked
package dev.laurel.crm.setup;

import org.jspecify.annotations.NullMarked;
