/** The journal over REST. */
@NullMarked
package dev.laurel.rules.journal.web;

import org.jspecify.annotations.NullMarked;
