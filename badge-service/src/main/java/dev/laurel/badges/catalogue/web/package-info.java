/** The catalogue over HTTP. */
@NullMarked
package dev.laurel.badges.catalogue.web;

import org.jspecify.annotations.NullMarked;
