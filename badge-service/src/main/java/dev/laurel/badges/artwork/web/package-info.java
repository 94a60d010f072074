/** Pictures of badges over HTTP. */
@NullMarked
package dev.laurel.badges.artwork.web;

import org.jspecify.annotations.NullMarked;
