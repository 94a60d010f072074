/** Tests of secrets. */
@NullMarked
package dev.laurel.badges.secrets;

import org.jspecify.annotations.NullMarked;
