/** Tests of signing. */
@NullMarked
package dev.laurel.badges.credentials.jose;

import org.jspecify.annotations.NullMarked;
