/** Awards as Open Badges 3.0, which anybody can verify. */
@NullMarked
package dev.laurel.badges.credentials;

import org.jspecify.annotations.NullMarked;
