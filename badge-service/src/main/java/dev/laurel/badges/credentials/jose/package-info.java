/** Signs credentials as JSON Web Tokens. */
@NullMarked
package dev.laurel.badges.credentials.jose;

import org.jspecify.annotations.NullMarked;
