/** Authoring over REST. */
@NullMarked
package dev.laurel.rules.programs.web;

import org.jspecify.annotations.NullMarked;
