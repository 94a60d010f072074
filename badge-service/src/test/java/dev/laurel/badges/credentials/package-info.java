/** Tests of credentials. */
@NullMarked
package dev.laurel.badges.credentials;

import org.jspecify.annotations.NullMarked;
