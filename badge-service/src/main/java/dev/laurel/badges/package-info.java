/** Awards badges, once per member and badge, and says which badges there are. */
@NullMarked
package dev.laurel.badges;

import org.jspecify.annotations.NullMarked;
