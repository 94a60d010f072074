/** The registry over HTTP. */
@NullMarked
package dev.laurel.members.registry.web;

import org.jspecify.annotations.NullMarked;
