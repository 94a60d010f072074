/** Badges issued and revoked. */
@NullMarked
package dev.laurel.contracts.badges;

import org.jspecify.annotations.NullMarked;
