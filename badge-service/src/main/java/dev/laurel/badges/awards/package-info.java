/** Which member has which badge: what a decision asks for, and what it changes. */
@NullMarked
package dev.laurel.badges.awards;

import org.jspecify.annotations.NullMarked;
