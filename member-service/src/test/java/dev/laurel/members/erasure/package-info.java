/** Tests of erasures. */
@NullMarked
package dev.laurel.members.erasure;

import org.jspecify.annotations.NullMarked;
