/** Tests of secrets. */
@NullMarked
package dev.laurel.crm.secrets;

import org.jspecify.annotations.NullMarked;
