/** Awards over HTTP. */
@NullMarked
package dev.laurel.badges.awards.web;

import org.jspecify.annotations.NullMarked;
