/** What all routes of this service answer alike. */
@NullMarked
package dev.laurel.leaderboards.web;

import org.jspecify.annotations.NullMarked;
