/** Goes the rounds that erasures need. */
@NullMarked
package dev.laurel.crm.erasure.run;

import org.jspecify.annotations.NullMarked;
