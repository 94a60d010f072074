/** Takes in what decisions ask for, and tells the others what changed. */
@NullMarked
package dev.laurel.badges.awards.stream;

import org.jspecify.annotations.NullMarked;
