/** What the live version would decide about an event, asked for over HTTP. */
@NullMarked
package dev.laurel.rules.explanations.web;

import org.jspecify.annotations.NullMarked;
